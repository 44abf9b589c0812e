/**
 * Writers in scripts without capitals, whom their role names: `本报记者 李明`, `홍길동 기자` (T-12).
 *
 * In: one line, or the lead-in of a dateline. Out: the names in it.
 */

/** `本报记者 李明 王红`, `記者李明／高雄報導`, `홍길동 기자`: scripts without capitals name the role. */
const CHINESE =
  /^(?:本报|本報|本社|新华社|特约)?(?:记者|記者|通讯员)\s?([\p{Script=Han}\s、]{2,20}?)(?:[／/].{1,20})?$/u;
const KOREAN = /^([\p{Script=Hangul}]{2,4}(?:[·, ]+[\p{Script=Hangul}]{2,4})*) (?:기자|특파원)$/u;

/** `מאת דנה רציף`. */
const HEBREW = /^מאת:? ([\p{Script=Hebrew}׳״'" -]{3,40})$/u;

/** The names in a line that is a byline, or undefined. */
export function unicameralNames(line: string): readonly string[] | undefined {
  const hebrew = HEBREW.exec(line)?.[1];
  if (hebrew !== undefined) return hebrew.split(/ ו(?=\p{L}{2})/u);
  return (CHINESE.exec(line)?.[1] ?? KOREAN.exec(line)?.[1])?.split(/[\s、·,]+/u);
}

/** The names that a lead-in holds: `新华社广州9月5日电（记者李明、王红）`, `(서울=연합뉴스) 홍길동 기자 = `. */
export function namesInLeadIn(leadIn: string): readonly string[] | undefined {
  const found =
    /(?:记者|記者)\s?([\p{Script=Han}\s、]{2,30})[）)]/u.exec(leadIn) ??
    /([\p{Script=Hangul}·, ]{2,24}?) (?:기자|특파원)\s*=/u.exec(leadIn);
  return found?.[1]?.trim().split(/[\s、·,]+/u);
}
