import { expect } from 'chai';
import { pageStyle } from '../../src/pages/style.ts';

/** The colours of one scheme by name, as `#rrggbb`. */
function coloursOf(style: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...style.matchAll(/--(\w+):(#[0-9a-f]{6})/g)].map(([, name, colour]) => [name, colour]),
  );
}

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

describe('the contrast of the pages (WCAG 2.2 AA)', () => {
  const [light = '', dark = ''] = pageStyle.split('@media(prefers-color-scheme:dark)');
  const schemes = { light: coloursOf(light), dark: coloursOf(dark) };
  for (const [scheme, colours] of Object.entries(schemes)) {
    for (const text of ['ink', 'soft', 'sea']) {
      for (const ground of ['paper', 'card']) {
        it(`is 4.5 : 1 or more for ${text} on ${ground}, ${scheme}`, () => {
          expect(contrast(colours[text]!, colours[ground]!)).to.be.at.least(4.5);
        });
      }
    }
  }
});
