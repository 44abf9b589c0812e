/**
 * The forms that bylines are made of (T-12): what opens them, names, roles, outlets, what stands behind a name.
 *
 * Tables only: how a line is read by them is wire-byline.ts' and wire-credits.ts'.
 */

/** `by` is Xinhua's. */
export const OPENING =
  /^(?:(?:(?:Story|Text|Words|Written|Reported|Analysis|Commentary|Opinion)(?: and (?:photos?|photographs|pictures|video))? by)|By|BY|by)\s+(?=\S)/;

/** Without `By` only the role proves it: `Ann Harbor | Staff Writer`. */
export const BARRED = /^([^|]{3,60}) \| ([^|]{3,60})$/;

/** German, French, Spanish: only before two names at least, since `Por Fin` is no person. */
export const FOREIGN_OPENING =
  /^(?:Von unserer? (?:Korrespondent|Redakteur|Mitarbeiter)(?:in)?|De (?:notre|nos) (?:correspondante?|envoyée?)s?(?: spéciale?s?)?(?: (?:à|au|en) [^,]{2,30},)?|Von|VON|Par|PAR|Por|POR|Door|DOOR|Di|di|DI|Av|AV|Af|AF)\s+(?=\p{Lu}\S*\s+\p{Lu})/u;

/** ANSA's: `(di Anna Molo)`. */
export const IN_PARENTHESES = /^\(((?:By|BY|[Dd]i|Por|Par|Von) [^()]+)\)$/;

export const NAME_WORD = /^["'“‘(]?(?:\p{Lu}|\p{Lo}|[dDlL]['’]\p{Lu})/u;

export const PARTICLE =
  /^(?:de|del|della|der|den|des|di|du|da|dos|das|do|van|von|vom|zu|zur|ter|ten|te|la|le|el|al|bin|ibn|bint|y|e|of|the|for|und|et)$/;

export const ROLE =
  /\b(?:corresponsal|enviad[oa]|repórter|korrespondent(?:in)?|envoyée?|staff|writer|reporter|correspondent|editor|journalist|columnist|bureau|chief|analyst|contributor|photographer|special to)\b/i;

export const OUTLET =
  /\b(?:press|news|times|post|herald|tribune|gazette|journal|agency|newswire|wire|daily|chronicle|observer|guardian|telegraph|media|radio|broadcasting|service|magazine|network|independent|courier|bulletin|globe|mirror|standard)\b/i;

export const STAFF =
  /\s+(?:(?:[Ss]taff|[Ss]ports|[Pp]olitical|[Ss]cience|[Bb]usiness|[Hh]ealth|Industrial|Foreign|Europe|National|Senior|Chief|Economics|Education|Environment|Legal|STAFF) )*(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|WRITERS?)$/;

/** `Xinhua writers Li Ming`, `Staff Writer Ann Harbor`: the role before the names. */
export const LEADING_ROLE =
  /^((?:[\p{L}&.'’-]+\s+){0,4}?)(?:[Ww]riters?|[Rr]eporters?|[Cc]orrespondents?|WRITERS?|REPORTERS?|CORRESPONDENTS?)\s+(?=\p{Lu})/u;

export const CREDENTIAL = /^(?:(?:Jr|Sr)\.?|II|III|IV|Ph\.?D\.?|M\.?D\.?|J\.?D\.?|Esq\.?|[OMC]BE)$/;

export const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/i;

/** Whose the pictures are is said behind the writer: `Words by Ann Harbor, photographs by Cy Pier`. */
export const PICTURES_BY = /[,;] (?:photos?|photographs|photography|pictures|video) by \p{Lu}.{3,60}$/iu;

/** Where a Brazilian reporter sat: `Por Ana Cais – Repórter da Agência Brasil – São Paulo`. */
export const ROLE_PLACE = /^(.* [–-] (?:Repórter|Correspondente|Enviad[oa])[^–-]*) [–-] \p{Lu}[\p{L} ]+$/u;

/** Where the writer was: `Ann Harbor in London`. */
export const IN_PLACE = /\s+in\s+\p{Lu}[\p{L}\p{M}\s.'’-]*$/u;

/** The writer's address or handle behind the name. */
export const CONTACT =
  /(?:\s*[|,(<]?\s*(?:[^\s@|,(<]+@[^\s@]+\.[^\s@)>]+|@\w{2,30}|(?<=[|,(<]\s*)\+?\(?\d[\d\s().-]{5,18}\d)[)>]?){1,3}$/;

/** `By Ann Harbor | Sept. 5, 2025`. */
export const DATED = /^(.{5,80}?)\s*(?:[|•·–—]|,(?=\s\p{L}+\.?\s\d))\s*(.{6,40})$/u;

/** `Ann Harbor/AFP`, `Ann Harbor, Associated Press`. */
export const WITH_AGENCY = /^([^,/|]{5,40})(?:, ?| ?\/ ?)([^,/|]{2,40})\/?$/u;

export const WHOLE_NAME =
  /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|van|von|der|bin|al)){1,3}$/u;
