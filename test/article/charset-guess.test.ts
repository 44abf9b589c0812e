import { expect } from 'chai';
import { guessedCharset } from '../../src/article/charset-guess.ts';

/** Every character of an encoding by its bytes, so that the table below can be read. */
function encoded(charset: string, text: string): Uint8Array {
  const decoder = new TextDecoder(charset);
  const bytesOf = new Map<string, readonly number[]>();
  for (let first = 0x80; first < 256; first += 1) {
    for (const bytes of [[first], ...Array.from({ length: 0xc0 }, (_, at) => [first, at + 0x40])]) {
      const character = decoder.decode(Uint8Array.from(bytes));
      if (character.length === 1 && character !== '\uFFFD' && !bytesOf.has(character))
        bytesOf.set(character, bytes);
    }
  }
  return Uint8Array.from([...text].flatMap((each) => bytesOf.get(each) ?? [each.charCodeAt(0)]));
}

describe('guessedCharset (T-01)', () => {
  const cases: [charset: string, text: string, expected: string | undefined][] = [
    ['windows-1251', '<p>Двести рыбацких лодок остались в порту', 'windows-1251'],
    ['koi8-r', '<p>Двести рыбацких лодок остались в порту', 'koi8-r'],
    ['shift_jis', '<p>三十年で最悪の嵐が氷室の屋根を吹き飛ばした', 'shift_jis'],
    ['euc-jp', '<p>三十年で最悪の嵐が氷室の屋根を吹き飛ばした', 'euc-jp'],
    ['gbk', '<p>三十年来最严重的风暴掀掉了冰库的屋顶', 'gbk'],
    ['euc-kr', '<p>최악의 폭풍이 얼음 창고의 지붕을 날려 버렸다', 'euc-kr'],
    ['iso-8859-7', '<p>Διακόσιες βάρκες έμειναν στο λιμάνι', 'iso-8859-7'],
    ['windows-1255', '<p>מאתיים סירות דיג נשארו בנמל ביום שישי', 'windows-1255'],
    ['windows-1252', '<p>Übrigens größte Bären, été à côté: “Éñ” – ÀÉÎ', undefined],
    ['windows-1252', '<html lang="fr"><p>Été à côté, café, thé, déjà vu, çà et là', undefined],
    ['windows-1251', '<html lang="ru"><p>Мир', 'windows-1251'],
    ['windows-1250', '<html lang="cs"><p>Příliš žluťoučký kůň', 'windows-1250'],
    ['windows-1254', "<html class=a lang='tr'><p>İstanbul’da şiddetli fırtına", 'windows-1254'],
  ];
  for (const [charset, text, expected] of cases) {
    it(`reads ${charset} in ${text} as ${expected ?? 'western'}`, () => {
      expect(guessedCharset(encoded(charset, text))).to.equal(expected);
    });
  }
});
