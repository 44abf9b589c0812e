/** Notices of agencies, the tags on their headlines, and headlines that begin like one (T-08 … T-10). */
import { expect } from 'chai';
import {
  type NoticeKind,
  noticeKind,
  parenthesisKind,
  splitHeadlinePrefix,
} from '../../src/article/wire-notices.ts';
import { isSlugLine, slugNotice } from '../../src/article/wire-slug-line.ts';

describe('noticeKind (T-08 … T-10)', () => {
  const cases: [line: string, kind: NoticeKind | undefined][] = [
    ['KILL KILL KILL', 'kill'],
    ['MANDATORY KILL: Harbor story', 'kill'],
    ['BULLETIN KILL', 'kill'],
    ['KILLED: Fog story', 'kill'],
    ['KILLED: BC-US--Harbor Fog', 'kill'],
    ['KILLED: The man behind the story', undefined],
    ['KILLED: Two pilots in fog', undefined],
    ['KILLED IN FOG: TWO PILOTS', undefined],
    ['Killed: two pilots in fog', undefined],
    ['**KILL** Fog story **KILL**', 'kill'],
    ['**KILL** the **KILL** switch', undefined],
    ['KILL THE LIGHTS TO KILL THE HEAT', undefined],
    ['Hold for orders', 'hold'],
    ['HOLD FOR FURTHER ORDERS', 'hold'],
    ['Hold for orders slows shipyard', undefined],
    ['“Hold for orders,” the captain said.', undefined],
    ['CORRECTING and REPLACING', 'correction'],
    ['Correcting and replacing old cranes', undefined],
    ['STORY WITHDRAWN', 'kill'],
    ['RETRACTION: Harbor story', 'kill'],
    ['EDITORS: Please kill the harbor story.', 'kill'],
    ['ADVISORY: The harbor story is withdrawn', 'kill'],
    ['Story withdrawn: Harbor closed', 'kill'],
    ['Eds: Members using the story Harbor are asked to kill it. A kill is mandatory.', 'kill'],
    ['EDITORS: The story slugged Harbor should not be used until further notice.', 'kill'],
    ['Eil: Meldung zurückgezogen', 'kill'],
    ['AFP - ANNULATION', 'kill'],
    ['ATTENTION - KILL ///', 'kill'],
    ['Please kill the story “Harbor closed”. It is wrong.', 'kill'],
    ['ANNULE - Le port fermé', 'kill'],
    ['ANULACIÓN', 'kill'],
    ['АННУЛИРОВАНО: Порт закрыт', 'kill'],
    ['配信取り消し', 'kill'],
    ['RECTIFICATIF : Le port ouvre mardi', 'correction'],
    ['ИСПРАВЛЕНИЕ: в первом абзаце', 'correction'],
    ['訂正：第一段落', 'correction'],
    ['Eds: CORRECTS number of islands to six.', 'correction'],
    ['Dépêche annulée', 'kill'],
    ['Prière d’annuler la dépêche', 'kill'],
    ['Rogamos anulen la noticia', 'kill'],
    ['本稿撤回', 'kill'],
    ['HELD', 'hold'],
    ['STORY KILLED', 'kill'],
    ['TEST - PLEASE IGNORE', 'hold'],
    ['HOLD HOLD HOLD', 'hold'],
    ['HOLD - DO NOT PUBLISH', 'hold'],
    ['DO NOT USE', 'hold'],
    ['CORRECTION: Changes the hour', 'correction'],
    ['CORRECTED VERSION', 'correction'],
    ['CLARIFICATION — Says that the vote was not final', 'correction'],
    ['(Corrects second paragraph to say million)', 'correction'],
    ['(Berichtigung: Im zweiten Absatz heißt es 50.000 Euro)', 'correction'],
    ['UPDATE: Adds the number of injured', 'update'],
    ['UPDATED 5 p.m.', 'update'],
    ['(Recasts with no deal; adds quotes)', 'update'],
    ['EDITOR’S NOTE: First of three', 'readers'],
    ["Editor's note: First of three", 'readers'],
    ['EDS: Kills last graf', 'editors'],
    ['Eds: Updates with quotes', 'editors'],
    ['ATTENTION EDITORS: Pictures available', 'editors'],
    ['(ATTN: UPDATES with more details in last 3 paras)', 'editors'],
    ['(Note to editors: photos at 1500 GMT)', 'editors'],
    ['(Zusammenfassung 1600)', 'editors'],
    ['CHECK AGAINST DELIVERY', 'editors'],
    ['For Immediate Release', 'editors'],
    ['KILL BILL SEQUEL ANNOUNCED', undefined],
    ['WITHDRAWN FROM RACE, RUNNER SPEAKS', undefined],
    ['CORRECTIONAL OFFICERS STRIKE', undefined],
    ['Correction in markets deepens', undefined],
    ['UPDATE YOUR PHONE NOW, EXPERTS SAY', undefined],
    ['EDITORS STRIKE OVER PAY', undefined],
    ['ATTENTION: HARBOR OPENS', undefined],
    ['EDS Corp. buys rival', undefined],
    ['HOLD THE FRONT PAGE: MUSEUM OPENS', undefined],
    ['Note to self: buy milk', undefined],
    ['HELD: 40 IN HARBOR RAID', undefined],
    ['TEST MATCH ENDS IN DRAW', undefined],
    ['Do not use the pier', undefined],
    ['Please do not use the pier, mayor says', undefined],
    ['Please kill me, says bored captain', undefined],
    ['ANNULATION DE LA DETTE DU PORT', undefined],
    ['Story withdrawn from sale', undefined],
    ['Meldung zurückgezogener Waren', undefined],
    ['ANNULE ET REMPLACE', undefined],
    ['ПОПРАВКА К ЗАКОНУ ПРИНЯТА', undefined],
    ['訂正案が可決', undefined],
  ];
  for (const [line, kind] of cases) {
    it(`takes “${line}” for ${kind ?? 'no notice'}`, () => {
      expect(noticeKind(line)).to.equal(kind);
    });
  }

  it('takes a parenthesis alone on its line for a note, a corrected figure for a correction', () => {
    expect(parenthesisKind('(Company corrects figure in second paragraph)')).to.equal('correction');
    expect(parenthesisKind('(With graphic)')).to.equal('update');
    expect(parenthesisKind('(With graphic) Harbor closed')).to.equal(undefined);
  });
});

describe('splitHeadlinePrefix (T-09)', () => {
  const cases: [line: string, rest: string, kinds: readonly NoticeKind[]][] = [
    ['CORRECTED-UPDATE 2-Harbor closed', 'Harbor closed', ['correction', 'update']],
    ['CORRECTED-(OFFICIAL)-UPDATE 1-Harbor closed', 'Harbor closed', ['correction', 'update']],
    ['RPT-Harbor closed', 'Harbor closed', ['update']],
    ['ADVISORY-Harbor story withdrawn', 'Harbor story withdrawn', ['kill']],
    ['ADVISORY-Alerts on harbor fees', 'Alerts on harbor fees', ['editors']],
    ['(WITHDRAWN) Harbor closed', 'Harbor closed', ['kill']],
    ['(LEAD) Harbor closed', 'Harbor closed', ['update']],
    ['(2nd LD) Harbor closed', 'Harbor closed', ['update']],
    ['URGENT ¥¥¥ Harbor closed', 'Harbor closed', ['update']],
    ['EXCLUSIVE-Harbor closed', 'EXCLUSIVE-Harbor closed', []],
    ['(News Focus) Harbor closed', '(News Focus) Harbor closed', []],
    ['KILL-Harbor closed', 'Harbor closed', ['kill']],
    ['(Bitte nicht verwenden) Hafen zu', 'Hafen zu', ['hold']],
    ['(CORRECCIÓN) Puerto cerrado', 'Puerto cerrado', ['correction']],
    ['(AMPLIACIÓN) Puerto cerrado', 'Puerto cerrado', ['update']],
    ['KILL-switch found', 'KILL-switch found', []],
    ['KILL-SWITCH FOUND', 'KILL-SWITCH FOUND', []],
  ];
  for (const [line, rest, kinds] of cases) {
    it(`takes the tags off “${line}”`, () => {
      expect(splitHeadlinePrefix(line)).to.deep.include({ rest, kinds });
    });
  }
});

describe('isSlugLine, slugNotice (T-07)', () => {
  const slugs = [
    'Port-brume-fermeture,LEAD',
    'FOG, Take 1 of 2',
    'AM-EU--Harbor Fog, 2nd Ld-Writethru,490',
    'BC-US--Harbor Fog, ADVISORY',
    'BC-BBA--Box Scores,0150',
    'BC-Grain Futures,0090',
    'PM-Harbor, 1st Ld-Writethru,0340',
    '1 SCOTLAND Ferry',
    'BC-US-Harbor Fog-Correction',
    'HARBOR-FOG-STRIKE:',
    'Hafen/Nebel/',
  ];
  for (const line of slugs)
    it(`takes “${line}” for a slug line`, () => expect(isSlugLine(line)).to.equal(true));
  const headlines = [
    'US-China talks resume',
    'TV--the end of an age? No!',
    '3 dead in fog',
    'F-16 CRASH',
    'Face-to-face',
  ];
  for (const line of headlines)
    it(`takes “${line}” for none`, () => expect(isSlugLine(line)).to.equal(false));

  const notices: [line: string, message: string, kind: NoticeKind | undefined][] = [
    ['BC-US--Harbor, KILL', '', 'kill'],
    ['BC-US--Harbor, CORRECTION', '', 'correction'],
    ['BC-APNewsAlert-KILL', '', 'kill'],
    ['BC-US-Harbor Fog-Correction', '', 'correction'],
    ['BC-US--Harbor, ADVISORY', 'EDITORS: Please kill BC-US--Harbor.', 'kill'],
    ['BC-US--Harbor, ADVISORY', 'Pictures follow.', 'editors'],
    ['BC-US--Harbor, 1st Ld-Writethru', '', undefined],
  ];
  for (const [line, message, kind] of notices) {
    it(`reads ${kind ?? 'no notice'} in “${line}” above “${message}”`, () => {
      expect(slugNotice(line, message)).to.equal(kind);
    });
  }
});
