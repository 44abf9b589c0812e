/**
 * The months as people write them, in the languages that wires write in.
 *
 * Tables only. English and German short forms are known by their first three letters; of every other language the
 * forms that stand beside a day are listed whole, since a shorter piece of them may be another word.
 */

// biome-ignore format: a row for English, one for what German adds
const BY_THREE_LETTERS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12,
  mär: 3, mai: 5, okt: 10, dez: 12,
};

/**
 * French, Spanish, Italian, Portuguese, Dutch, Turkish; Russian, Ukrainian; Greek; Arabic; Hindi; Czech, Polish, Romanian, Croatian, Hungarian,
 * Finnish, Danish, Bulgarian; Slovak, Serbian, Hebrew, the Arabic of the Levant and of the Maghreb. A row a month.
 */
const BY_WHOLE_NAME: ReadonlyMap<string, number> = new Map(
  [
    'janvier janv enero ene gennaio gen janeiro januari ocak января янв січня січ ιανουαρίου يناير जनवरी ledna stycznia ianuarie siječnja januar január januára januara tammikuuta януари ינואר جانفي',
    'février févr fév febrero febbraio fevereiro fev februari şubat февраля фев лютого лют φεβρουαρίου فبراير फरवरी února lutego februarie veljače februar február februára februara helmikuuta февруари פברואר شباط فيفري',
    'mars marzo março maart mrt mart марта мар березня бер μαρτίου مارس मार्च března marca martie מרץ آذار اذار ožujka március maaliskuuta marts maret март',
    'avril avr abril abr aprile nisan апреля апр квітня квіт απριλίου أبريل ابريل إبريل अप्रैल dubna kwietnia aprilie travnja április apríla huhtikuuta אפריל نيسان أفريل април',
    'mayo maggio mag maio mei mayıs мая травня трав μαΐου مايو मई května maja maj svibnja május mája toukokuuta מאי أيار ايار ماي май',
    'juin junio giugno giu junho haziran июня июн червня черв ιουνίου يونيو जून června czerwca iunie lipnja június júna juna kesäkuuta יוני حزيران جوان juni юни',
    'juillet juil julio luglio lug julho temmuz июля июл липня лип ιουλίου يوليو जुलाई července lipca iulie srpnja július júla jula heinäkuuta יולי تموز جويلية juli юли',
    'août aout agosto ago augustus ağustos августа авг серпня серп αυγούστου أغسطس اغسطس अगस्त srpna sierpnia augusti kolovoza augusztus avgusta agustus elokuuta אוגוסט آب أوت август',
    'septembre septiembre settembre set setembro eylül сентября сен сент вересня вер σεπτεμβρίου سبتمبر सितंबर září września septembrie rujna szeptember septembra syyskuuta ספטמבר أيلول ايلول септември',
    'octobre octubre ottobre ott outubro out ekim октября окт жовтня жовт οκτωβρίου أكتوبر اكتوبر अक्टूबर října października octombrie október októbra oktobra lokakuuta אוקטובר октомври',
    'novembre noviembre novembro kasım ноября ноя нояб листопада лист νοεμβρίου نوفمبر नवंबर listopada listopadu noiembrie studenoga studenog novembra marraskuuta נובמבר ноември',
    'décembre déc diciembre dicembre dic dezembro aralık декабря дек грудня груд δεκεμβρίου ديسمبر दिसंबर prosince grudnia decembrie desember prosinca decembra joulukuuta דצמבר декември',
  ].flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);

/** The source of a regular expression, without a group, for the name of a month in lower case. */
export const MONTH_NAME =
  `${[...BY_WHOLE_NAME.keys()].sort((a, b) => b.length - a.length).join('|')}|` +
  'jan(?:uary|uar)?|feb(?:ruary|ruar)?|mar(?:ch)?|märz?|apr(?:il)?|may|mai|june?|juni|july?|juli|aug(?:ust)?|' +
  'sept?(?:ember)?|oct(?:ober)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|dez(?:ember)?';

/** 1 … 12, for a name that `MONTH_NAME` matched. */
export function monthNumber(name: string): number {
  return BY_WHOLE_NAME.get(name) ?? BY_THREE_LETTERS[name.slice(0, 3)]!;
}
