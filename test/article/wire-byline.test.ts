/** Bylines of newspapers and agencies, and lines that only begin like one (T-12). */
import { expect } from 'chai';
import { bylineOf } from '../../src/article/wire-byline.ts';
import { outletOf } from '../../src/article/wire-credits.ts';

describe('bylineOf (T-12, T-33)', () => {
  const found: [line: string, names: readonly string[], outlet?: string][] = [
    ['By Ann Harbor', ['Ann Harbor']],
    ['BY ANN HARBOR AND CY PIER', ['Ann Harbor', 'Cy Pier']],
    ['by Xinhua writers Li Ming, Wang Hong', ['Li Ming', 'Wang Hong'], 'Xinhua'],
    ['By Staff Writer Ann Harbor', ['Ann Harbor']],
    ['By Ann Harbor, AP Business Writer', ['Ann Harbor'], 'The Associated Press'],
    ['By Ann Harbor, PA Scotland', ['Ann Harbor'], 'PA'],
    ['By Cy Pier and Ana Silva', ['Cy Pier', 'Ana Silva']],
    ['By Ann Harbor in London and Cy Pier in Paris', ['Ann Harbor', 'Cy Pier']],
    ['By Dr. Ann Harbor, Ph.D.', ['Dr. Ann Harbor, Ph.D.']],
    ['By the Pier Post Editorial Board', [], 'The Pier Post Editorial Board'],
    [
      'By Ann Harbor, Cy Pier, Ben Quay and Dora van der Mole',
      ['Ann Harbor', 'Cy Pier', 'Ben Quay', 'Dora van der Mole'],
    ],
    ['By Ann Harbor | ann@pier.example', ['Ann Harbor']],
    ['By Ann Harbor (ann@pier.example)', ['Ann Harbor']],
    ['By Ann Harbor @annharbor', ['Ann Harbor']],
    ['Story and photos by Ann Harbor', ['Ann Harbor']],
    ['Ann Harbor | Staff Writer', ['Ann Harbor']],
    ['Von Anne Hafen, dpa', ['Anne Hafen'], 'dpa'],
    ['Von unserer Korrespondentin Anne Hafen', ['Anne Hafen']],
    ['De notre correspondante à Oslo, Anne Quai', ['Anne Quai']],
    ['(di Anna Molo)', ['Anna Molo']],
    ['Ann Harbor, AAP Industrial Correspondent', ['Ann Harbor'], 'AAP'],
    ['By Ann Harbor, Reuter', ['Ann Harbor'], 'Reuters'],
    ['By Ann Reuter', ['Ann Reuter']],
    ['מאת דנה רציף', ['דנה רציף']],
    ['Von Anne Hafen und Karl Kai, dpa', ['Anne Hafen', 'Karl Kai'], 'dpa'],
    ['Por José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Por Ana Muelle. Corresponsal', ['Ana Muelle']],
    ['Door Anna Haven', ['Anna Haven']],
    ['di Anna Porto', ['Anna Porto']],
    ['Av Anne Havn, NTB', ['Anne Havn'], 'NTB'],
    ['Ann Harbor/AFP', ['Ann Harbor'], 'AFP'],
    ['Ann Harbor, Associated Press', ['Ann Harbor'], 'The Associated Press'],
    ['Ann Harbor | The Pier Tribune (TNS)', ['Ann Harbor'], 'The Pier Tribune'],
    ['記者李明／高雄報導', ['李明']],
    ['홍길동 기자', ['홍길동']],
  ];
  for (const [line, names, outlet] of found) {
    it(`reads “${line}”`, () => {
      expect(bylineOf(line)).to.deep.equal({ names, outlet });
    });
  }

  const text = [
    'By Thursday Morning',
    'By Any Measure a Record',
    'By Kyiv, the war was won',
    'By the numbers',
    'By the Sea',
    'By Ann Harbor.',
    'Ann Harbor | The Sea',
    'Photos by Ann Harbor',
    'Di Maio e Renzi litigano',
    'Von Hamburg nach Bremen',
    'Ann Harbor/Camden',
    'Ann Harbor, Camden',
    '记者：你们为什么拒绝加薪？',
    'Standing by Ann Harbor',
    'By 2025-2030',
    'The Long Night, The Pier Post',
  ];
  for (const line of text) it(`takes “${line}” for none`, () => expect(bylineOf(line)).to.equal(undefined));
});

describe('outletOf (T-12, T-33)', () => {
  const cases: [line: string, outlet: string | undefined][] = [
    ['Associated Press Writer', 'The Associated Press'],
    ['Gazette Staff Writer', 'Gazette'],
    ['Special to the Gazette', 'The Gazette'],
    ['Special to The Pier Post', 'The Pier Post'],
    ['The harbor was closed', undefined],
    ['(Australian Associated Press)', 'Australian Associated Press'],
    ['BBC News, Portland', 'BBC News'],
  ];
  for (const [line, outlet] of cases) it(`reads “${line}”`, () => expect(outletOf(line)).to.equal(outlet));
});
