/**
 * Articles that nobody should write and somebody will, each named after its oddity; and more of them than a feed holds.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Well-behaved articles beside the odd ones: the main feed is full. */
const CROWD = 60;

const ODDITIES: Readonly<Record<string, string | Uint8Array>> = {
  'two-cdata-ends.md':
    '---\ntitle: "Two ends ]]> and ]]> again"\n---\n\nOne ]]> two ]]>]]> three.\n\n    ]]>\n',
  'entities-in-title.md':
    '---\ntitle: "Spelled &amp;lt; and &amp; and &#x3C; and &nbsp;"\n---\n\n&amp;lt; &lt; <\n',
  'markup-in-title.md':
    '---\ntitle: "How <head> and <b>bold</b> differ </title>"\n---\n\n`</channel></rss>`\n',
  'quotes-in-title.md':
    '---\ntitle: "\\"Double\\" and \'single\' & <angle>"\nauthor: "O\'Neil & \\"Sons\\" <x@example.org>"\n---\n\nText.\n',
  'control-characters.md':
    '# Bell \u0007 and null \u0000 and escape \u001B\n\nBell \u0007, vertical tab \u000B, C1 \u0093.\n',
  'non-characters.md': '# Not \uFFFE a \uFFFF character\n\nNot \uFFFE one \u{1FFFE} either.\n',
  'line-separators.md': '# Lines\u2028that\u2029part\n\nLines\u2028that\u2029part.\n',
  'bidi-controls.md': '# Left \u202E right\n\nLeft \u202E right \u2066 balanced \u2069.\n',
  'emoji.md': '# Family 👩‍👩‍👧‍👦 and flag 🇳🇴\n\nFamily 👩‍👩‍👧‍👦, 𝔤𝔬𝔱𝔥𝔦𝔠.\n',
  'right-to-left.md': '---\ntitle: "خبر اليوم"\nlang: ar\n---\n\nهذا نص قصير.\n',
  'commas-and-signs-in-tags.md':
    '---\ntitle: Tags\ntags: ["a & b", "<script>", "日本語", "C++", "C#", "x, y", "]]>", "."]\n---\n\nText.\n',
  'script-and-frames.html':
    '<!doctype html><title>Script & frames</title><article><h1>Script & frames</h1><script>alert(1)</script>' +
    '<p onclick="x()" style="position:fixed">Text <a href="javascript:alert(1)">link</a> <img src=x onerror=alert(1)>' +
    '<iframe src="https://example.org/"></iframe><svg><script>1</script></svg><form><input></form></article>',
  'relative-addresses.md':
    '# Relative addresses\n\n[one](../other/page) [two](/from-the-top) [three](?q=1) [four](#part) ![none](missing.png) <//example.org/x>\n',
  'unclosed.html': '<title>Unclosed</title><p>one<p>two<b>bold<i>both</b>italic<table><tr><td>cell',
  'addresses-that-are-none.md':
    '# Addresses\n\n[a](http://) [b](https://exa mple.org) [c](http://[::1) [d](mailto:) [e](data:text/html,x)\n',
  'long-title.md': `# ${'A title that does not end and '.repeat(60)}\n\nText.\n`,
  'long-line.txt': `Headline of the long line\n\nOSLO, Norway (AP) – ${'word '.repeat(20_000)}\n`,
  'without-title.txt': 'just some words without an end\n',
  'windows-1252.txt': Buffer.from('A \x93quoted\x94 headline\n\nCaf\xE9 \x96 closed for good.\n', 'latin1'),
  'utf-16.txt': Buffer.from('\uFEFFA headline in UTF-16\n\nWords – in UTF-16.\n', 'utf16le'),
  'old-macintosh-lines.txt': 'A headline\rwith carriage returns only.\r\rText.\r',
  'before-the-web.md': '---\ntitle: Before the web\ndate: 1969-12-31\n---\n\nText.\n',
  'zone-far-ahead.md': '---\ntitle: Far ahead\ndate: 2024-03-01T00:30:00+14:00\n---\n\nText.\n',
  'next-century.md': '---\ntitle: Scheduled\ndate: 2190-01-01\n---\n\nNobody reads this yet.\n',
  'same-id-one.md': '---\ntitle: First with the id\nid: tag:example.org,2024:same\n---\n\nText.\n',
  'same-id-two.md': '---\ntitle: Second with the id\nid: tag:example.org,2024:same\n---\n\nText.\n',
  'same-title-one.md': '# The same title\n\nText one.\n',
  'same-title-two.md': '# The same title\n\nText two.\n',
  'broken-front-matter.md': '---\ntitle: "unclosed\ntags: [a\n---\n\nText.\n',
  'empty.txt': '',
  'binary.txt': Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256),
  'R&D <lab>/50% of #1? "yes".md': '# A strange path\n\nText with an image ![x](<a b.png>).\n',
  'naïve/été.md': '# Accents in the path\n\nText.\n',
  'Ünïcode Sección/日本語.md': '# 日本語の題\n\n短い本文。\n',
};

/** Writes them into a folder. */
export function writeEvilArticles(folder: string): void {
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(ODDITIES)) write(path, content);
  for (let number = 1; number <= CROWD; number += 1) {
    const day = new Date(Date.UTC(2024, 0, number)).toISOString().slice(0, 10);
    write(`crowd/${day}-note-${number}.md`, `# Note ${number}\n\nThe text of note ${number}.\n`);
  }
}
