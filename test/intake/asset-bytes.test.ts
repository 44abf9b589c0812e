import { expect } from 'chai';
import { describeBytes } from '../../src/intake/asset-file.ts';
import { LAMP_PNG } from '../http/lantern-files.ts';

describe('describeBytes: files that are not what they should be (issue 3, assets)', () => {
  const cases: [what: string, type: string, bytes: Buffer][] = [
    [
      'a picture cut within its header, among other bytes',
      'image/png',
      Buffer.from(LAMP_PNG.subarray(0, 20)),
    ],
    ['a picture cut within its signature', 'image/png', Buffer.from(LAMP_PNG.subarray(0, 5))],
    ['a text that is named a picture', 'image/jpeg', Buffer.from('this is no picture')],
    ['a recording of noughts', 'audio/mpeg', Buffer.from([0xff, 0xfb, 0x90, 0x00, ...Buffer.alloc(40)])],
    ['a text that is named a recording', 'audio/mp4', Buffer.from('this is no recording')],
  ];
  for (const [what, type, bytes] of cases) {
    it(`says no size and no duration of ${what}`, async () => {
      const asset = await describeBytes('a', type, bytes);
      expect(asset).to.deep.include({ type, bytes: bytes.length });
      expect([asset.width, asset.height, asset.seconds || undefined]).to.deep.equal([
        undefined,
        undefined,
        undefined,
      ]);
    });
  }
});
