/**
 * The words and sentences in which agencies take a story back or correct it (T-08 … T-10), in the languages of wires.
 *
 * Tables only; what of a line they are asked about is wire-notices.ts'. Words count in capitals, in a frame or alone;
 * sentences in any case, since they name the story.
 */

/** Takes a story back, in capitals before a colon or a dash, or alone. */
export const KILL =
  '(?:MANDATORY |BULLETIN )*KILL(?: (?:ADVISORY|NOTICE|STORY))?|(?:PHOTO AND )?STORY KILL|WITHHOLD(?: UNTIL FURTHER NOTICE)?|(?:STORY |ADVISORY )?WITHDRAWN|(?:Story|Advisory) withdrawn|RETRACTION(?: NOTICE)?|RETRACTS|RETRACTED|' +
  "(?:MELDUNG )?ZURÜCKGEZOGEN|ZURÜCKZIEHUNG|Meldung zurückgezogen|(?:AVIS (?:D[’'])?)?ANNULATION|ANNULÉE?|ANNULE|ANULACI[ÓO]N|ANULAD[AO]|ANULAÇÃO|ANNULLAMENTO|ANNULLATA|INGETROKKEN|" +
  '(?:DÉPÊCHE|Dépêche) (?:ANNULÉE|annulée)|(?:NOTICIA|Noticia) (?:ANULADA|anulada)|(?:LANCIO|Lancio) (?:ANNULLATO|annullato)|(?:ОТМЕНА|ОТЗЫВ) СООБЩЕНИЯ|Сообщение аннулировано|稿件作废|本稿(?:作废|撤回|撤销)|АННУЛИРОВАНО|АННУЛИРУЕТСЯ|АНУЛЬОВАНО|配信取り?消し?|記事取り?消し?|撤稿|전문 ?취소|기사 ?취소|إلغاء خبر';

/** The same in small letters, where a colon follows and then a headline: `Retraction: Harbor closed`. */
export const KILL_BEFORE_TITLE =
  /^(?:Withdrawn|Retraction|Retracted|Zurückgezogen|Annulation|Anulación|Anulação|Annullamento|Ingetrokken):\s+["'“‘«„]?\p{Lu}/u;

/** Takes a story back, in scripts that put no space between words. */
export const KILL_PHRASE: ReadonlySet<string> = new Set(
  'zurückgezogen|撤稿通知|作废|取消稿件|取り消し|取消し|기사취소|전문취소|kill mandatory|dummy story'.split(
    '|',
  ),
);

const NOUN = '(?:news )?(?:story|article|item|report|dispatch|version|copy|message|alert|caption)';
const OURS =
  '(?:this|our|the (?:above|following|previous|preceding|attached|earlier)|above|following|previous)(?: (?:previous|earlier))?';
const DONE = '(?:withdrawn|killed|retracted|cancell?ed|spiked|deleted|removed)';
const END =
  '(?=[\'"’”)\\]]*$|[.!;:]|\\s[–—-]|,? (?:and|as|because|due|pending|until|effective|but|und|da|weil)(?!\\p{L}))';

/** Says of the story below, or of one sent before, that it is not to be used. */
export const KILL_SENTENCE = new RegExp(
  `^(?:${OURS} ${NOUN}(?: .{0,80}?)? (?:has|is|was)(?: been| being)?(?: hereby)? ${DONE}${END}|` +
    `the ${NOUN}(?: (?:slugged|headlined|titled|about|on) .{2,80}?)? (?:has been|is|is being|is hereby) ${DONE}${END}|` +
    `(?:the )?\\p{Lu}[\\p{L} ]{1,30} (?:has withdrawn|is withdrawing|are withdrawing|withdraws|has killed|kills|has cancell?ed|has retracted|retracts) (?:${OURS} ${NOUN}(?!\\p{L})|the ${NOUN} (?:headlined|slugged|titled)(?!\\p{L}))|` +
    `(?:(?:editors|desks|dear editors)[,:]? )?please (?:kill|withhold|disregard|delete|withdraw|ignore|remove|do not (?:use|publish|run)) (?:it|(?:the|all|any|${OURS}) ${NOUN}|[A-Z]{2}-\\S+)(?!\\p{L})|` +
    `(?:sent|moved|transmitted) in error(?!\\p{L}).{0,12}(?:disregard|ignore|kill|delete)|disregard (?:${OURS} ${NOUN}|: sent in error)|` +
    `(?:disregard|void|cancell?ed)\\s?[:–—-]\\s?(?:please|story|sent|moved|the story|this story)(?!\\p{L})|this is a mandatory kill(?!\\p{L})|a mandatory kill has been issued|` +
    `(?:die |diese |unsere )?(?:\\p{L}+-)?(?:meldung|nachricht|korrespondenz)(?: .{0,100}?)? (?:ist|wird|wurde) (?:hiermit |ersatzlos )*(?:zurückgezogen|gestrichen|storniert|annulliert)(?=$|[.!])|` +
    'bitte (?:löschen|vernichten) sie (?:die|diese) (?:meldung|nachricht)|(?:dpa|apa|afp) zieht (?:die|diese) meldung|' +
    'bitte (?:(?:die|diese|unsere|folgende|obige) )?(?:meldung|nachricht|sie)(?: .{0,80}?)? nicht (?:mehr |zu )?(?:verwenden|veröffentlichen|beachten)|' +
    '(?:cette|notre|la) dépêche(?: .{0,80}?)? (?:est|a été|doit être) (?:annulée|retirée|supprimée)(?=$|[.!])|' +
    "(?:prière|merci|veuillez)(?: de)?(?: bien vouloir)? (?:(?:d['’])?(?:annuler|ignorer|supprimer)|ne pas (?:utiliser|tenir compte|publier))(?:[.!]*$|.{1,12}(?:dépêche|information|alerte|article)(?!\\p{L}))|" +
    'annule (?:et remplace )?(?:la|notre) d[ée]p[êe]che|(?:se anula|queda anulada) (?:la|nuestra) (?:noticia|información)|' +
    '(?:rogamos|se ruega|por favor,?)(?: que)? (?:anul|no (?:utili[cz]|us|publi|difund)|ignor|elimin)\\p{L}+ (?:la|esta|nuestra) (?:noticia|información)(?!\\p{L})|' +
    '(?:por favor,? )?(?:desconsider|ignor)\\p{L}+ (?:a|esta|nossa) (?:notícia|matéria)(?!\\p{L})|' +
    'si prega di (?:non (?:utilizzare|tenere conto|pubblicare)|annullare|ignorare)(?:[.!]*$|.{1,10}(?:notizia|lancio)(?!\\p{L}))|' +
    '(?:gelieve|graag|verzoeke) (?:dit|het) bericht niet (?:te )?(?:gebruiken|publiceren)|dit bericht (?:is|wordt) ingetrokken|' +
    '(?:просим|просьба) (?:не использовать|считать)(?!\\p{L}))',
  'iu',
);

/** A story by its slug, and a notice at both ends of its line: `KILLED: Fog story`, `**KILL** Fog **KILL**`. */
export const KILL_AROUND =
  /^KILLED: (?!(?:An?|The|My|His|Her|Our|Their) )(?:\S+ ){1,2}(?:story|item|article|STORY|ITEM|ARTICLE)$|^KILLED: [A-Z]{2}-\S|^[*=!]+\s*KILL\s*[*=!].*[*=!]\s*KILL\s*[*=!]+$/;

/** Is not meant for anybody, or not yet. */
export const NOT_MEANT =
  /^hold for (?:further )?orders[.!]?$|^this is a test[.!]?$|^(?:this is a )?test(?: message| story)?\s?[–—:.,!-]\s?(?:please |bitte )?(?:ignore|disregard|nicht beachten|ignorieren)[.!]?$/i;

/** Corrects a story, in capitals before a colon or a dash, or alone. */
export const CORRECTION =
  'CORRECTIONS?(?: FROM SOURCE)?|CORRECTED(?: (?:VERSION|COPY|STORY))?|CORRECTIVE|CORRECTS|CLARIFICATION|CLARIFIES|BERICHTIGUNG|KORREKTUR|KORRIGIERTE FASSUNG|RICHTIGSTELLUNG|' +
  'RECTIFICATI(?:F|ON|E)|CORRECTIF|CORRIGÉE?|CORRECTIE|CORRECCIÓN|CORRIGE|RECTIFICACIÓN|FE DE ERRORES|CORREÇÃO|RETIFICAÇÃO|CORREZIONE|RETTIFICA|' +
  'RÄTTELSE|RETTELSE|RETTING|OIKAISU|KORJAUS|KORJATTU|KOREKTA|SPROSTOWANIE|OPRAVA|HELYESBÍTÉS|CORECTURĂ|ERATĂ|ISPRAVAK|ISPRAVKA|DÜZELTME|ИСПРАВЛЕНИЕ|УТОЧНЕНИЕ|ПОПРАВКА|' +
  'ВИПРАВЛЕННЯ|УТОЧНЕННЯ|ΔΙΟΡΘΩΣΗ|PEMBETULAN|RALAT|KOREKSI|תיקון|訂正|更正|정정|تصحيح|تصويب';

/** The words for it that are labels in any case: `Correction: it was six`. */
export const CORRECTION_LABELS =
  'correction|corrected|clarification|rectification|corregida|errata|berichtigung|korrektur|richtigstellung|rectificatif|corrigé|corrección|fe de errores|correção|correzione|' +
  'rettifica|correctie|rectificatie|rettelse|retting|rättelse|oikaisu|korjaus|korekta|sprostowanie|oprava|helyesbítés|corectură|erată|' +
  'ispravak|исправление|уточнение|поправка|виправлення|уточнення|düzeltme|διόρθωση|ralat|koreksi|תיקון|訂正|更正|정정|تصحيح';

/** Corrects, at the start of a frame or alone in one: `(Corrige en el segundo párrafo …)`, `[CORRECTION]`, `/C O R R E C T I O N -- Pier Inc./`. */
export const CORRECTION_FRAMED = new RegExp(
  `^(?:${CORRECTION_LABELS}|correct(?:s|ed|ive)|clarifies|corrige|corregge|rpt corretta|c o r r e c t i o n|versión corregida|berichtigt)(?!\\p{L}| officers)`,
  'iu',
);

/** What a story gets wrong. */
const CORRECTABLE =
  'name|names|spelling|number|date|day|year|byline|headline|paragraph|graf|para|lead|lede|amount|figure|title|age|hour|time|quote|attribution|dateline|location|slug|style';

/** Says that the story is corrected. */
export const CORRECTION_SENTENCE = new RegExp(
  '^(?:this (?:[\\p{L}.]+ \\d{1,2} )?(?:story|article|report|item|column|version)(?!\\p{L}).{0,60}(?<!\\p{L})(?:corrected|amended|updated to correct|misstated|misspelled|incorrectly|erroneously)(?!\\p{L})|' +
    'this (?:story|version)(?: of the story)? corrects(?!\\p{L})|this is a corrected (?:version|copy)(?!\\p{L})|' +
    '(?:an earlier|a previous) version of this (?:story|article|report|item|column)(?!\\p{L}).{0,60}(?<!\\p{L})(?:misstated|misspelled|misidentified|mischaracterized|incorrectly|erroneously|wrongly|incorrect|wrong|error)(?!\\p{L})|' +
    'in the news release, .{3,150}, issued .{3,60} by(?!\\p{L})|(?:attention\\s*[:–—-]\\s*)?bien lire(?!\\p{L})(?:.*(?:paragraphe|titre|///)|$)|attention\\s*[:–—-]\\s*bien lire|' +
    '(?:correction|clarification|berichtigung|korrektur|rectificatif|corrección|correzione) (?:to|zu|à|a|al|alla) (?:(?:the|this|our|a) (?:story|item|article|report)|(?:la|nuestra|notre) |\\p{L}{2,4}\\d)|' +
    `(?:(?:updates|recasts|adds)(?!\\p{L})[^:]{0,40} )?corrects (?:(?:the |its |typo in )?(?:${CORRECTABLE})(?!\\p{L})|\\p{L}+ (?:paragraph|graf|para|sentence)))`,
  'iu',
);

/** `CORRECTS name of harbor master`, and Business Wire's under a headline: the capitals prove it. */
export const CORRECTS = /^CORRECTS \p{Ll}|^CORRECTING (?:and|AND|&) REPLACING$/u;

/** The same of a version that readers have seen, below the story. */
export const CORRECTION_BELOW =
  /^(?:in einer früheren (?:version|fassung) (?:dieses|des) (?:artikels|textes|berichts)|(?:une|dans une) version (?:précédente|antérieure) de cet(?:te)? (?:article|dépêche)|(?:en )?una versión anterior de este (?:artículo|texto)|uma versão anterior dest[ea] (?:texto|reportagem|matéria)|in (?:una|un) (?:precedente versione|versione precedente) di questo articolo|i en tidigare version av artikeln|当初の記事)/iu;
