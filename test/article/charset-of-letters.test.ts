/** Latin letters in the encodings that their countries had (T-01). */
import { expect } from 'chai';
import { charsetOfLetters } from '../../src/article/charset-of-letters.ts';
import { decodeDos } from '../../src/article/dos-code-pages.ts';
import { decodeHtml, decodeUnstated } from '../../src/article/html-charset.ts';

/** The bytes of a text in an encoding, which is asked what each byte means. */
function encode(text: string, charset: string): Uint8Array {
  const meanings = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    const bytes = Uint8Array.of(byte);
    meanings.set(decodeDos(charset, bytes) ?? new TextDecoder(charset).decode(bytes), byte);
  }
  return Uint8Array.from([...text].map((character) => meanings.get(character)!));
}

const POLISH =
  'Mgła zamknęła w piątek port w Gdańsku. Nikt nie wie, kiedy ustąpi, powiedział kapitan. Łodzie też stoją.';
const CZECH =
  'Mlha v pátek zavřela přístav v Děčíně. Kapitán řekl, že nikdo neví, kdy se zvedne. Příští týden bude lépe.';
const HUNGARIAN =
  'Köd zárta le a kikötőt. A hajók vártak, a révkalauzok otthon maradtak. Később jobb idő jöhet, sűrű a köd.';
const TURKISH =
  'Sis cuma günü İstanbul limanını kapattı. Gemiler bekledi, kılavuzlar evde kaldı. Şehirde yağış bekleniyor.';
const LITHUANIAN =
  'Rūkas penktadienį uždarė Klaipėdos uostą. Kapitonas sakė, kad niekas nežino, kada jis išsisklaidys.';
const GERMAN =
  'Nebel hat den Hafen von Lübeck lahmgelegt. Niemand wisse, wann er sich löse, sagte der Kapitän. Später könne es besser werden, hieß es.';
const FRENCH =
  'Le brouillard a fermé le port de Sète. « Nul ne sait quand il se lèvera », a déclaré le capitaine. Ça ira mieux après la fête.';
const SPANISH =
  'La niebla cerró el puerto de Cádiz. Nadie sabe cuándo levantará, dijo el capitán. Mañana será otro día. ¿Y después?';

describe('charsetOfLetters (T-01)', () => {
  const cases: [text: string, charset: string][] = [
    [POLISH, 'windows-1250'],
    [POLISH, 'iso-8859-2'],
    [POLISH, 'ibm852'],
    [CZECH, 'windows-1250'],
    [CZECH, 'iso-8859-2'],
    [CZECH, 'ibm852'],
    [HUNGARIAN, 'windows-1250'],
    [TURKISH, 'windows-1254'],
    [LITHUANIAN, 'windows-1257'],
    [GERMAN, 'ibm850'],
    [GERMAN, 'macintosh'],
    [FRENCH, 'ibm850'],
    [FRENCH, 'macintosh'],
    [SPANISH, 'ibm850'],
    ['The harbor’s master said “no.” The café—closed since Friday—will open, he said.', 'macintosh'],
  ];
  for (const [text, charset] of cases) {
    it(`reads “${text.slice(0, 30)}…” in ${charset}`, () => {
      expect(charsetOfLetters(encode(text, charset))).to.equal(charset);
      expect(decodeUnstated(encode(text, charset)).text).to.equal(text);
    });
  }

  const western = [
    GERMAN,
    FRENCH,
    SPANISH,
    'Þoka lokaði höfninni í Reykjavík á föstudag. Skipin biðu og hafnsögumenn voru heima, sagði skipstjórinn.',
    'Tåge lukkede fredag havnen i Aarhus. Ingen ved, hvornår tågen letter, tror de på øerne.',
    'The harbor’s master said “no.” The café—closed since Friday—will open, he said.',
    'Müller, Håkan, Ólafur and the mayor of São Paulo agreed, more or less, on Friday.',
    'It costs £5 or €6, ½ of what it did: 20° C, © 2025.',
  ];
  for (const text of western) {
    it(`leaves “${text.slice(0, 30)}…” to Windows-1252`, () => {
      expect(charsetOfLetters(encode(text, 'windows-1252'))).to.equal(undefined);
    });
  }

  it('guesses nothing of bytes that no alphabet explains', () => {
    const bytes = Uint8Array.from({ length: 2048 }, (_, at) => (at * 89 + 31) % 256);
    expect(charsetOfLetters(bytes)).to.equal(undefined);
  });
});

describe('decodeHtml: Central Europe without a word about it (T-01)', () => {
  const page = (head: string, text: string) => `<html><head>${head}</head><body><p>${text}</p></body></html>`;
  for (const head of ['', '<meta http-equiv="content-language" content="pl">'])
    it(`reads Polish under ${head === '' ? 'no head' : head}`, () => {
      const text = page(head, POLISH);
      expect(decodeHtml(encode(text, 'iso-8859-2')).text).to.equal(text);
    });
  it('takes Western letters as Windows-1252', () => {
    const text = page('', GERMAN);
    expect(decodeHtml(encode(text, 'windows-1252')).text).to.equal(text);
  });
});
