/** Texts that do not say in which encoding they are. */
import { expect } from 'chai';
import { guessedCharset } from '../../src/article/charset-guess.ts';

describe('guessedCharset (T-01)', () => {
  // base64 of made-up sentences about a new quay
  const cases: [charset: string | undefined, base64: string][] = [
    [
      'windows-1251',
      'wvfl8OAg4uX35fDu7CDiIO/u8PLzIO7y6vD76+gg7e7i8/4g7/Do8fLg7fwsIOgg4+7w7uQg8e7h8ODr8f8g8yDi7uT7Lg==',
    ],
    [
      'windows-1251',
      '0/fu8OAg4uLl9+XwsyDzIO/u8PLzIOKz5Orw6OvoIO3u4vMg7/Do8fLg7fwsILMg7LPx8u4g57Ph8ODr7vH/IOGz6/8g4u7k6C4=',
    ],
    [
      'koi8-r',
      '997F0sEg18XexdLPzSDXINDP0tTVIM/Uy9LZzMkgzs/X1cAg0NLJ09TBztgsIMkgx8/Sz8Qg08/C0sHM09Eg1SDXz8TZLg==',
    ],
    [
      'ibm866',
      'j67g4iCnoKrg6+IKkeOkoCCmpKCrqCCtoCDgpamkpSCi4e4gra7n7Cwg4a6uoemoq6ggoiCvruDi4yCiIK/v4q2o5uMg4+Lgrqwu',
    ],
    [
      'windows-1253',
      '1+jl8iD07yDi8dzk9SDc7e/p7uUg8/TvIOvp7Nzt6SDnIO3d4SDw8e/i69704SDq4ekg5yDw/OvnIOzh5uX99Ofq5S4=',
    ],
    ['windows-1255', '4Pru5ewg4fL44SDw9PrnIOHw7uwg5Pj26fMg5Ofj+SDl5PLp+CDk+uDx9OQg7OnjIOTu6e0='],
    [
      'windows-1256',
      'x93Kys0g49PHwSDD49Mg3e0gx+Hj7eTHwSDH4dHV7d0gx+HMz+3PIObKzOPayiDH4ePP7eTJIN7RyCDH4ePHwQ==',
    ],
    [
      'windows-874',
      '4MHX6M2k17m51em36NLgw9fN48vB6OC71LTjy+m6w9Sh0sPhxdCq0sfgwdfNp8HSw8fBtdHHodG5t9Xow9TBuenT',
    ],
    ['shift_jis', 'jfCW6YFBjWCCyZBWgrWCoo5Wi7SCqopKgqmC6oFBkqyCzJBsgViCqpCFldOCyY9XgtyCwYK9gUI='],
    ['euc-jp', 'uvLM66GiucGky7+3pLekpLu3trakrLOrpKuk7KGixK6kzr/NobmkrL/lytWky724pN6kw6S/oaM='],
    ['gbk', '1/LM7M3tyc+jrLjbv9rQwsLrzbe/qrfFo6zK0MPxw8e+27yv1NrLrrHfoaM='],
    ['big5', 'rFGk0bHfpFehQbTkpGa3c71YwFm2fanxoUGlq6XBrcy7RbawpmKk9MPkoUM='],
    ['euc-kr', 'vu7BrLnjIMfXsbi/oSC79SC6zrXOsKEgua7AuyC/rb76sO0gvcO5zrXpwMwgubCwob+hILjwv7S02S4='],
    [undefined, 'R2VzdGVybiBBYmVuZCB3dXJkZSBpbSBIYWZlbiBkaWUgZ3L232VyZSBCcvxja2UgZXL2ZmZuZXQu'],
    [undefined, 'TJLpdOkg4CBO7m1lczogk5x1dnJlIG7pZSBs4C1iYXOUIJYgZOlq4A=='],
    ['windows-1254', 'RPxuIGFr/mFtIGxpbWFuZGEgeWVuaSBpc2tlbGUgYef9bGT9LCD+ZWhpciB0b3BsYW5k/S4='],
  ];
  for (const [charset, base64] of cases) {
    const bytes = Buffer.from(base64, 'base64');
    it(`takes ${bytes.length} bytes for ${charset ?? 'Western'}`, () => {
      expect(guessedCharset(bytes)).to.equal(charset);
    });
  }

  it('says nothing of anything else', () => {
    expect(guessedCharset(Buffer.from('plain'))).to.equal(undefined);
    expect(guessedCharset(Buffer.from(Array.from({ length: 300 }, (_, at) => at % 256)))).to.equal(undefined);
  });
});
