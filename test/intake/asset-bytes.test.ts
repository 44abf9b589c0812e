import { expect } from 'chai';
import { describeBytes } from '../../src/intake/asset-file.ts';
import { LAMP_PNG } from '../http/lantern-files.ts';

describe('describeBytes: files that are not what they should be (assets)', () => {
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
  it('says how long a recording in FLAC lasts (R-46)', async () => {
    // 8,000 samples a second, one channel of 16 bits, 24,000 samples
    const facts = Buffer.from('1000100000000000000001f400f000005dc0', 'hex');
    const head = Buffer.from('fLaC\x80\0\0\x22', 'latin1');
    const asset = await describeBytes('a.flac', 'audio/flac', Buffer.concat([head, facts, Buffer.alloc(16)]));
    expect(asset.seconds).to.equal(3);
  });

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
