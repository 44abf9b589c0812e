/**
 * The days of the week as people write them before a date, in the languages of month-names.ts. A table only: which day
 * is meant is the date's to say.
 */

/** English and German, French, Spanish, Italian, Portuguese; Dutch, Nordic; Slavic; Greek, Turkish, Hungarian, Finnish; Arabic, Hebrew. */
const NAMES = [
  '(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch',
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo',
  'lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?',
  'maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|(?:mån|tis|ons|tors|fre|lör|sön)dag|(?:man|tirs|lør|søn)dag',
  'понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|субота|неділя',
  'poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|pátek|neděle',
  'δευτέρα|τρίτη|τετάρτη|πέμπτη|παρασκευή|σάββατο|κυριακή|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar',
  'hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|(?:maanan|tiis|tors|perjan|lauan|sunnun)tai|keskiviikko',
  'الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد|יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת)',
];

/** The source of a regular expression, without a group that captures, for the name of a day in lower case. */
export const WEEKDAY_NAME = NAMES.join('|');

/** The day in brackets behind a date, as Japanese, Chinese and Korean pages have it: `（木）`. */
export const WEEKDAY_IN_BRACKETS = '[(（](?:[月火水木金土日월화수목금토일]|星期[一二三四五六日])[)）]';
