/** Embargo lines in the words of many agencies, and headlines that begin like one (T-11). */
import { expect } from 'chai';
import { embargoIn, embargoOf } from '../../src/article/wire-embargo.ts';

describe('embargoOf (T-11)', () => {
  const scheduled: [line: string, until: string][] = [
    ['EMBARGOED UNTIL 00:01 GMT, Friday 5 September 2025', '2025-09-05T00:01:00Z'],
    ['EMBARGOED UNTIL 00.01 GMT, FRIDAY 5 SEPTEMBER 2025', '2025-09-05T00:01:00Z'],
    ['Embargoed until Thursday, September 4, 2025 8:30 a.m. EDT', '2025-09-04T12:30:00Z'],
    ['***STRICTLY EMBARGOED UNTIL 5 SEPTEMBER 2025, 14:00 BST***', '2025-09-05T13:00:00Z'],
    ['EMBARGOED FOR 11:00 CET 5 Sep 2025', '2025-09-05T10:00:00Z'],
    ['(EMBARGOED FOR RELEASE UNTIL 6 P.M. EDT, SEPT. 5, 2025)', '2025-09-05T22:00:00Z'],
    ['UNDER EMBARGO UNTIL 5 SEPTEMBER 2025 14:00 UTC', '2025-09-05T14:00:00Z'],
    ['HOLD FOR RELEASE AT 10 a.m. EDT, Thursday, Sept. 4, 2025', '2025-09-04T14:00:00Z'],
    ['NOT FOR PUBLICATION UNTIL 6PM GMT ON 5 SEPTEMBER 2025', '2025-09-05T18:00:00Z'],
    ['NOT FOR USE BEFORE 1700 GMT (1 p.m. EDT) THURSDAY, SEPTEMBER 4, 2025', '2025-09-04T17:00:00Z'],
    ['FOR RELEASE: 10 A.M. EDT, FRIDAY, SEPTEMBER 5, 2025', '2025-09-05T14:00:00Z'],
    ['NOT FOR RELEASE BEFORE 10 A.M. ET ON THURSDAY, SEPT. 4, 2025', '2025-09-04T14:00:00Z'],
    ['[EMBARGOED until 5 September 2025 at 23:30 UK time]', '2025-09-05T22:30:00Z'],
    ['EMBARGOED UNTIL noon EDT, Sept. 4, 2025', '2025-09-04T16:00:00Z'],
    ['SPERRFRIST: 5. September 2025, 18.00 Uhr MESZ', '2025-09-05T16:00:00Z'],
    ['Under embargo until Friday, Sept. 5, 2025, 11:00 a.m. U.S. Eastern Time', '2025-09-05T15:00:00Z'],
    ['News release – embargoed until 5 September 2025, 10:00 CEST', '2025-09-05T08:00:00Z'],
    ['Release: Not before Sept. 5, 2025, 6 a.m. EDT', '2025-09-05T10:00:00Z'],
    ['Achtung: Sperrfrist 5. September 2025, 18.00 Uhr MESZ', '2025-09-05T16:00:00Z'],
    ['Check against delivery – embargoed until 10:00 GMT 5 September 2025', '2025-09-05T10:00:00Z'],
    ['Embargoed copy: 5 September 2025 00:01 BST', '2025-09-04T23:01:00Z'],
    ['DO NOT PUBLISH BEFORE 5 September 2025 18:00 GMT', '2025-09-05T18:00:00Z'],
    ['EMBARGO LIFTS AT 18:00 GMT, 5 SEPTEMBER 2025', '2025-09-05T18:00:00Z'],
    ['НЕ ДЛЯ ПУБЛИКАЦИИ ДО 18:00 МСК 5 СЕНТЯБРЯ 2025', '2025-09-05T15:00:00Z'],
  ];
  for (const [line, until] of scheduled) {
    it(`knows when “${line}” ends`, () => {
      expect(embargoOf(line, 3)).to.deep.equal({ text: line, line: 3, until: new Date(until) });
    });
  }

  const withheld = [
    'EMBARGOED UNTIL 0001 FRIDAY SEPTEMBER 5',
    'Embargoed to 0001 Monday September 8',
    'NOT FOR PUBLICATION OR BROADCAST BEFORE 2200 HOURS ON SATURDAY 6TH SEPTEMBER 2025',
    'NOT FOR PUBLICATION',
    'EMBARGO 1400 GMT',
    'EMBARGOED',
    'EMBARGOED FOR SUNDAY NEWSPAPERS',
    'EMBARGOED UNTIL END OF SPEECH',
    'SOUS EMBARGO JUSQU’AU 5 SEPTEMBRE 2025 A 18H00',
    'EMBARGADO HASTA LAS 18.00 DEL 5 DE SEPTIEMBRE',
    'EMBARGO FINO ALLE ORE 18 DEL 5 SETTEMBRE',
    'Sperrfrist Freitag, 5. September, 18.00 Uhr - frei für Samstagausgaben',
    'ЭМБАРГО до 18:00 мск 5 сентября',
    'This story is embargoed until Friday at noon.',
    "Communiqué de presse sous embargo jusqu'au 5 septembre 2025 à 10h00",
    '++ ACHTUNG! Sperrfrist bis Beginn der Rede (gegen 18 Uhr) ++',
    'Sperrfrist: Beginn der Rede',
    'ADVANCE FOR SUNDAY, SEPT. 7, AND THEREAFTER',
    'For Sunday release, Sept. 7',
    'Embargoed until after the speech',
    'HOLD FOR FRIDAY AMS',
    'HFR Friday Sept. 5',
    'FOR USE SUNDAY, SEPT. 7, AND THEREAFTER',
    'For publication on or after Sept. 7',
    'FOR WEEKEND EDITIONS OF SEPT. 6-7',
    '$ADV07',
    'Zur Veröffentlichung ab 5. September 2025, 18 Uhr',
    'Gesperrt bis 18 Uhr',
    'Sendesperrfrist: 18.00 Uhr',
    'Frei für Samstagausgaben',
    'Nicht zur Veröffentlichung',
    'Ne pas diffuser avant le 5 septembre à 18h',
    'No publicar antes de las 18.00',
    'Non pubblicare prima delle 18',
    'Niet publiceren voor 18 uur',
    'Onder embargo tot vrijdag 5 september 18.00 uur',
    'Не публиковать до 18:00',
    '9月5日18時解禁',
    'FOR RELEASE SUNDAY, SEPT. 7',
    '本稿禁止在9月5日18时前发布',
    'حظر النشر حتى الساعة 18:00 يوم 5 سبتمبر',
  ];
  for (const line of withheld) {
    it(`cannot know when “${line}” ends and keeps the story back`, () => {
      expect(embargoOf(line, 1)).to.deep.equal({ text: line, line: 1, until: undefined });
    });
  }

  const headlines = [
    'Embargo on oil grows',
    'Embargo until 2026 likely, minister says',
    'EMBARGO: How sanctions reshaped the oil trade',
    'EMBARGO ON OIL GROWS IN 2025',
    'EMBARGO FOR ISLAND EXTENDED',
    'Embargoed goods found in harbor',
    'HOLD FOR RELEASE OF PRISONERS ENDS',
    'NOT FOR SALE: ISLAND SAYS NO TO 40 BUYERS',
    'FOR RELEASE: September 5, 2025',
    'FOR IMMEDIATE RELEASE',
    'Sperrfrist für Forscher endet 2025',
    'EMBARGO LIFTED',
    'Report embargoed until spring, members say',
    'Under embargo until 2027, island looks elsewhere',
    'Advance for women in parliament',
    'Embargo',
    'Frei',
    'Gesperrt: Brücke im Hafen',
    'Frei bis Montag: was Eltern wissen müssen',
    'No usar el ferry, pide el alcalde',
    'Do not use the pier, mayor says',
    'アユ漁が5日解禁',
    'Hold for the harbor team',
    'For one day only, harbor releases seals',
    'Release: the new song of the harbor choir',
    'Achtung: Sperrfrist für Forscher endet',
  ];
  for (const line of headlines) {
    it(`takes “${line}” for no embargo`, () => {
      expect(embargoOf(line, 1)).to.equal(undefined);
    });
  }

  it('finds the embargo in a note to editors', () => {
    const note = 'EDS: EMBARGOED UNTIL 10 a.m. EDT, Thursday, Sept. 4, 2025';
    expect(embargoIn(note, 2)?.until).to.deep.equal(new Date('2025-09-04T14:00:00Z'));
    const story = '(Eds: Story is embargoed for use until 12:01 a.m. ET Friday, Sept. 5.)';
    expect(embargoIn(story, 2)).to.deep.equal({ text: story, line: 2, until: undefined });
    const speech = 'Note to editors: the text is under embargo until the speech ends';
    expect(embargoIn(speech, 2)).to.deep.equal({ text: speech, line: 2, until: undefined });
    expect(embargoIn('EDS: adds that the embargo holds', 2)).to.equal(undefined);
  });
});
