import { expect } from 'chai';
import { mediaType, pictureType } from '../../src/base/media-type.ts';

describe('mediaType and pictureType (A-34, J-19, R-46)', () => {
  const files: [path: string, type: string | undefined][] = [
    ['a/quay.JPG', 'image/jpeg'],
    ['talk.flac', 'audio/flac'],
    ['talk.opus', 'audio/ogg'],
    ['talk.aac', 'audio/aac'],
    ['quay.mov', 'video/quicktime'],
    ['quay.m4v', 'video/mp4'],
    ['quay.exe', undefined],
    ['constructor', undefined],
  ];
  for (const [path, type] of files)
    it(`says ${type} of ${path}`, () => expect(mediaType(path)).to.equal(type));

  const addresses: [address: string, type: string | undefined][] = [
    ['https://a.example/b.png?w=1#c', 'image/png'],
    ['https://a.example/b.png/', undefined],
    ['https://a.example/photo-1566', undefined],
    ['https://a.example/b?name=c.png', undefined],
    ['https://a.example/b.mp4', undefined],
  ];
  for (const [address, type] of addresses)
    it(`says ${type} of ${address}`, () => expect(pictureType(address)).to.equal(type));
});
