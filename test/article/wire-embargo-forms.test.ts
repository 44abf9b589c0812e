/** Embargoes in the words of press offices and agencies of many countries (T-11). */
import { expect } from 'chai';
import { readWireCopy } from '../../src/article/wire-copy.ts';
import { PIER_POST } from './pier-post.ts';

const LEDE =
  'Fog closed the harbor of Rockland on Friday morning and all three ships that were due had to wait outside.';
const NEXT = 'Nobody knew when it would lift, the harbor master said.';
const HEADLINE = 'Fog closes harbor';

function stories(line: string) {
  return [
    `${line}\n${HEADLINE}\nROCKLAND, Maine (AP) — ${LEDE}\n${NEXT}`,
    `${HEADLINE}\n${line}\n${LEDE}\n${NEXT}`,
    `${HEADLINE}\n\n${line}\n\n${LEDE}\n\n${NEXT}`,
  ].map((text) => readWireCopy('a.txt', Buffer.from(text), PIER_POST).draft);
}

describe('wire copy under an embargo (T-11)', () => {
  const scheduled: [line: string, until: string][] = [
    ['EMBARGOED UNTIL 0001 GMT FRIDAY SEPTEMBER 5 2025', '2025-09-05T00:01'],
    ['STRICTLY EMBARGOED UNTIL 00.01 BST ON FRIDAY 5 SEPTEMBER 2025', '2025-09-04T23:01'],
    ['EMBARGO: 00:01 (BST) Friday 5 September 2025', '2025-09-04T23:01'],
    ['EMBARGOED UNTIL 10 A.M. EASTERN TIME, FRIDAY, SEPT. 5, 2025', '2025-09-05T14:00'],
    ['Embargoed until 10:00 a.m. (EDT), Friday, September 5, 2025', '2025-09-05T14:00'],
    ['EMBARGOED FOR RELEASE: 10 a.m. ET Sept. 5, 2025', '2025-09-05T14:00'],
    ['Embargoed for release until 10 a.m. ET on Friday, September 5, 2025', '2025-09-05T14:00'],
    ['EMBARGO: 10 a.m. US Eastern time (1400 GMT) 5 September 2025', '2025-09-05T14:00'],
    ['Embargo: 1800 GMT / 1400 EDT, 5 September 2025', '2025-09-05T18:00'],
    ['EMBARGOED UNTIL 2 pm US Eastern Time (7 pm London time) on 5 September 2025', '2025-09-05T18:00'],
    ['This release is embargoed until 5 September 2025, 19:00 BST', '2025-09-05T18:00'],
    ['Embargoed until: 5 September 2025 12:00 CEST', '2025-09-05T10:00'],
    ['EMBARGO UNTIL 12 NOON CEST 5 SEPTEMBER 2025', '2025-09-05T10:00'],
    ['Sperrfrist: Freitag, 5. September 2025, 12:00 Uhr MESZ', '2025-09-05T10:00'],
    ['SPERRFRIST 05.09.2025, 12.00 Uhr (MESZ)', '2025-09-05T10:00'],
    ['Sperrfrist bis 5. September 2025 um 12 Uhr MESZ', '2025-09-05T10:00'],
    ["SOUS EMBARGO JUSQU'AU VENDREDI 5 SEPTEMBRE 2025 À 10H00 GMT", '2025-09-05T10:00'],
    ["Embargo jusqu'au 5 septembre 2025 à 10h00 GMT", '2025-09-05T10:00'],
    ['EMBARGADO HASTA LAS 10:00 GMT DEL 5 DE SEPTIEMBRE DE 2025', '2025-09-05T10:00'],
    ['EMBARGADO HASTA EL VIERNES 5 DE SEPTIEMBRE DE 2025 A LAS 10.00 GMT', '2025-09-05T10:00'],
    ['EMBARGO FINO ALLE ORE 12:00 CEST DEL 5 SETTEMBRE 2025', '2025-09-05T10:00'],
    ['EMBARGO ATÉ ÀS 10:00 GMT DE 5 DE SETEMBRO DE 2025', '2025-09-05T10:00'],
    ['EMBARGO TOT VRIJDAG 5 SEPTEMBER 2025, 12.00 UUR CEST', '2025-09-05T10:00'],
    ['Embargo til 5. september 2025 kl. 12.00 CEST', '2025-09-05T10:00'],
    ['EMBARGO: 2025-09-05 10:00 UTC', '2025-09-05T10:00'],
    ['EMBARGO: 2025-09-05T10:00:00Z', '2025-09-05T10:00'],
    ['EMBARGO UNTIL 2025-09-05T12:00:00+02:00', '2025-09-05T10:00'],
    ['Embargoed until 2025-09-05 12:00 +0200', '2025-09-05T10:00'],
    ['EMBARGOED UNTIL 10 A.M. JST SEPTEMBER 5, 2025', '2025-09-05T01:00'],
    ['EMBARGOED UNTIL 10AM AEST FRIDAY 5 SEPTEMBER 2025', '2025-09-05T00:00'],
    ['EMBARGOED UNTIL 10:00 SGT 5 SEP 2025', '2025-09-05T02:00'],
    ['ЭМБАРГО ДО 10:00 МСК 5 СЕНТЯБРЯ 2025', '2025-09-05T07:00'],
    ['NOT FOR PUBLICATION BEFORE 10:00 GMT, 5 SEPTEMBER 2025', '2025-09-05T10:00'],
    ['Not for publication or broadcast before 1000 GMT Friday 5 September 2025', '2025-09-05T10:00'],
    ['HOLD FOR RELEASE UNTIL 10 a.m. EDT Sept. 5, 2025', '2025-09-05T14:00'],
    ['FOR RELEASE AT 10 A.M. EDT, FRIDAY, SEPT. 5, 2025', '2025-09-05T14:00'],
    ['FOR RELEASE UPON DELIVERY, EXPECTED AT 10 A.M. EDT SEPT. 5, 2025', '2025-09-05T14:00'],
    ['News release embargoed until 10 a.m. EDT, Sept. 5, 2025', '2025-09-05T14:00'],
    ['EMBARGO LIFTS: 10 A.M. EDT, SEPT. 5, 2025', '2025-09-05T14:00'],
    ['Embargo expires 5 September 2025, 14:00 GMT', '2025-09-05T14:00'],
  ];
  for (const [line, until] of scheduled) {
    it(`shows a story when “${line}” ends`, () => {
      for (const draft of stories(line)) {
        expect(draft?.withheld).to.equal(undefined);
        expect(draft?.published?.toISOString().slice(0, 16)).to.equal(until);
        expect(draft?.headline).to.equal(HEADLINE);
      }
    });
  }

  const withheld: string[] = [
    'EMBARGOED UNTIL 10 A.M. LOCAL TIME, FRIDAY, SEPT. 5, 2025',
    'EMBARGOED UNTIL FRIDAY',
    'EMBARGOED UNTIL FRIDAY, SEPT. 5',
    'Embargoed until Friday.',
    'Embargoed for Friday morning papers',
    'EMBARGOED FOR A.M. PAPERS',
    'EMBARGOED UNTIL DELIVERY',
    'EMBARGOED UNTIL THE START OF THE SPEECH',
    'Embargoed until publication in Nature',
    'Under strict embargo',
    'STRICT EMBARGO',
    'EMBARGOED!',
    '***EMBARGOED***',
    'Embargoed copy - not for release',
    'EMBARGOED: Not for release before the speech ends',
    'NB: embargoed until 6pm',
    'Eds: Embargoed until 6 p.m.',
    'Eds: Hold for release until 6 p.m. EDT.',
    'Please note embargo: 6pm, 5 September',
    'PLEASE NOTE THIS STORY IS UNDER EMBARGO UNTIL 6PM',
    'Please respect the embargo: Friday 6pm',
    'Sperrfrist beachten!',
    'Bitte Sperrfrist beachten: 5. September, 18 Uhr',
    'Sperrfrist 18 Uhr',
    'Sperrfrist: sofort nach Beginn der Rede',
    'Sperrfrist: Redebeginn',
    'Frei ab 18 Uhr',
    'FREI FÜR MONTAGAUSGABEN',
    'Frei für Online ab Sonntag 18 Uhr',
    'Es gilt das gesprochene Wort - Sperrfrist 18 Uhr',
    'EMBARGO VENDREDI 18H00',
    'SOUS EMBARGO',
    "Sous embargo jusqu'à vendredi 18h",
    "Information sous embargo jusqu'au 5 septembre",
    'A ne pas diffuser avant 18h',
    'NE PAS PUBLIER AVANT LE 5 SEPTEMBRE',
    'EMBARGADO',
    'NOTICIA EMBARGADA HASTA LAS 18.00',
    'Noticia embargada hasta el viernes',
    'Con embargo hasta las 18.00 horas',
    'BAJO EMBARGO HASTA EL VIERNES',
    'EMBARGO HASTA 18.00',
    'No difundir hasta las 18.00',
    'EMBARGO ATÉ SEXTA-FEIRA',
    'SOB EMBARGO ATÉ 18H',
    'Não publicar antes das 18h',
    'SOTTO EMBARGO FINO ALLE 18',
    'EMBARGO ORE 18',
    'NOTIZIA SOTTO EMBARGO FINO A VENERDÌ',
    'ONDER EMBARGO',
    'EMBARGO VRIJDAG 18 UUR',
    'Embargo tot 18 uur',
    'SPERREFRIST 5. SEPTEMBER KL. 18',
    'EMBARGO TIL KL. 18.00',
    'Klausulert til kl. 18',
    'EMBARGO TILL FREDAG 18.00',
    'Embargo: fredag kl 18',
    'SPÄRRTID fredag 18.00',
    'Ei julki ennen klo 18',
    'EMBARGO klo 18 saakka',
    'JULKAISUVAPAA 5.9. klo 18',
    'EMBARGO DO GODZ. 18',
    'EMBARGO do 18:00',
    'EMBARGO DO 18 HODIN',
    'Не публиковать до 18:00 мск',
    'Эмбарго до начала выступления',
    'ЕМБАРГО ДО 18:00',
    'AMBARGO: 18.00',
    'EMBARGOLU HABER',
    'ΕΜΠΑΡΓΚΟ έως 18:00',
    'محظور النشر حتى 18:00',
    '禁止发布，9月5日18时前',
    '9月5日18时前请勿刊发',
    '【解禁】9月5日18時',
    '5日18時以降解禁',
    '엠바고: 5일 18시',
    '[엠바고] 9월 5일 오후 6시',
    '5일 오후 6시까지 엠바고',
    'FOR RELEASE SUNDAY',
    'FOR RELEASE AFTER 6 P.M. FRIDAY',
    'HOLD FOR SUNDAY RELEASE',
    'FOR SUNDAY PAPERS',
    'ADV07',
    'ADV FOR SUNDAY, SEPT. 7',
    '$adv for release Sunday',
    'FOR USE AFTER 6 P.M.',
    'NOT BEFORE 18:00',
    'WEEKEND ADVANCE',
    'HOLD UNTIL FRIDAY',
    'HOLD TILL 6 PM',
    'Hold until Friday 6 p.m.',
    'RELEASE FRIDAY 6 P.M.',
    'Release date: embargoed until 6 pm',
    'Release time: 6 p.m. Friday',
    'LIFT TIME: 1800 GMT',
    'Embargo Time: 6pm',
    'Embargo Date: 5 September',
    'EMBARGOED UNTIL MIDNIGHT CEST, 5 SEPTEMBER 2025',
    'EMBARGOED UNTIL 10:00 IST (0430 GMT), 5 SEPTEMBER 2025',
    'EMBARGOED TILL 14:00 GMT, 5/9/2025',
  ];
  for (const line of withheld) {
    it(`cannot know when “${line}” ends and keeps the story back`, () => {
      for (const draft of stories(line)) expect(draft?.withheld).to.be.a('string');
    });
  }
});
