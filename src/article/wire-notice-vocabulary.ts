/**
 * The vocabulary of lines that are wholly about the use of a story: `DO NOT USE THIS STORY`, `Meldung bitte nicht
 * verwenden`, `CORRECTION TO STORY SENT FRIDAY` (T-08 … T-10).
 *
 * In: one line. Out: what its words ask for, when it has no others. A headline has others: names, and what happened.
 */
import { isDayOrTime } from './wire-embargo.ts';

/** What a line of nothing but these words asks for. */
export type Asked = 'kill' | 'hold' | 'correction';

const ASKING: Readonly<Record<Asked, ReadonlySet<string>>> = {
  kill: words(
    'kill kills killed killkillkill withdrawn withdraw withdraws withdrawing retracted retracts cancel cancels cancelled canceled void disregard delete deleted removed ' +
      'storno storniert gestrichen zurückgezogen zieht löschen annuliert annulliert annule annuler annulé annulée annulation retirée ' +
      'anular anula anulada anulado anulación anulacion anulen anulação cancelada desconsiderar annullare annullato annullata annullamento ' +
      'ingetrokken vervalt vervallen tilbakekalt trekkes trukket annullering annulleret annullert annulleras annulleres annullerad indraget peruutus peruttu ' +
      'anulowane anulowano anulowana unieważnienie wycofane zrušeno zrušena anulat anulată отозвано отмена отзыв аннулировано аннулируется снято анулювання ' +
      'İPTAL İPTALİ ÇEKİLDİ ΑΚΥΡΩΣΗ إلغاء سحب ביטול',
  ),
  hold: words(
    'hold held spike spiked suppressed draft test ignore embargoed use used publish published publication run internal pulled verwenden veröffentlichen retirada ritirata',
  ),
  correction: words(
    'correction corrections corrected correcting corrects clarification berichtigung berichtigt berichtigte korrektur korrigiert korrigierte richtigstellung rectificatif ' +
      'rectification rectifié corrigé corrigée corrección corregida corregido rectificación errata correção corrigida correzione corretta corretto rettifica correctie ' +
      'rettelse rettet retting rättelse rättad oikaisu korjattu korekta poprawiona oprava opravená opraveno javított corectată исправление исправлено исправленная поправка уточнение',
  ),
};

/** The story itself: with one of these no capitals are asked for. */
const STORY = words(
  'story stories article item report dispatch version copy message photo caption meldung fassung nachricht bericht dépêche depeche information noticia información notícia matéria ' +
    'versión versão versione notizia lancio telegrammet meldingen depesza zpráva verze știre сообщение HABER خبر الخبر ידיעה',
);

/** What stands between. */
const BETWEEN = words(
  'this that our these the following above below previous earlier all any please mandatory bulletin advisory notice only not do don’t for under pending review further until now ' +
    'no urgent attention attn editors editor subscribers clients desks producers is are was has have been being to be in on and or sent moved error progress work unedited final legal orders ' +
    'replacing ap afp reuters dpa upi apa ansa efe pa it as at issued die diese dieser diesen sie bitte nicht ist wird wurde werden hiermit zurück achtung redaktionen redaktion zu zur folgende ersatzlos ' +
    'la le les l cette ce notre est été de d du ne pas merci veuillez utiliser avis aux abonnés abonnes rédactions redactions note ' +
    'el esta nuestra se ha sido queda atención atencion por favor no usar utilizar publicar esta uma esta por questa è si prega di non attenzione utilizzare ' +
    'dit het niet gebruiken tilbake er är внимание это GERİ يرجى',
);

/** Those that a credit may be made of too (`Story published Sept. 5`), where nothing is forbidden. */
const WEAK = words(
  'use used publish published publication run internal embargoed ignore test draft deleted removed zieht',
);

/**
 * What a line asks for whose every word is about the use of a story.
 *
 * @param isMarked whether the line is in capitals, in a frame, or calls attention
 */
export function askedByWords(line: string, isMarked: boolean): Asked | undefined {
  const found = line
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}’']+/u)
    .filter((word) => word !== '');
  if (found.length === 0 || found.length > WORDS_MAX || !found.every(isOfNotices)) return undefined;
  const isNamed = found.some((word) => STORY.has(word));
  const isWord = found.length === 1 && ASKING.correction.has(found[0]!);
  if (!isMarked && !isNamed && !isWord) return undefined;
  const asked = (['kill', 'hold', 'correction'] as const).find((kind) =>
    found.some((word) => ASKING[kind].has(word) && (!WEAK.has(word) || isForbidden(found))),
  );
  return asked !== undefined && (isNamed || !found.includes('the')) ? asked : undefined;
}

const WORDS_MAX = 14;

/** `INTERNAL USE ONLY`, `DO NOT PUBLISH`, `DRAFT ONLY`, `TEST TEST`. */
function isForbidden(found: readonly string[]): boolean {
  return (
    found.some((word) => /^(?:not|only|please|unedited|final|nicht|no|ne|non|niet)$/.test(word)) ||
    new Set(found).size === 1
  );
}

function isOfNotices(word: string): boolean {
  if (STORY.has(word) || BETWEEN.has(word) || Object.values(ASKING).some((asking) => asking.has(word)))
    return true;
  return /\d/.test(word) || (word.length > 2 && isDayOrTime(word));
}

/** Upper and lower case are one, by the rules of no language. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map((word) => word.toLowerCase()));
}
