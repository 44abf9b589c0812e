/**
 * Sound and moving pictures within a text, as feed readers get them.
 *
 * Validators take `controls` for a security risk and many readers drop the element (C-41), so the attribute is
 * left out and a plain link stands beside it: nobody is left with nothing. Our own pages keep the player.
 *
 * In: HTML as the sanitiser writes it; attributes are quoted and elements closed.
 */
import { escapeMarkup } from '../base/text.ts';

const RECORDING = /<(audio|video)\b([^>]*)>([\s\S]*?)<\/\1>/g;

/** The HTML with every recording followed by a link to it. */
export function withLinkedRecordings(html: string): string {
  if (!html.includes('<audio') && !html.includes('<video')) return html;
  return html.replace(RECORDING, (_, name: string, attributes: string, content: string) => {
    const element = `<${name}${attributes.replace(/ controls="[^"]*"/, '')}>${content}</${name}>`;
    const source = / src="([^"]+)"/.exec(attributes + content)?.[1];
    return source === undefined ? element : `${element} <a href="${source}">${linkText(source)}</a>`;
  });
}

/** The file's name: a word in any language might be the wrong one. */
function linkText(source: string): string {
  const name = source.slice(source.lastIndexOf('/') + 1).replace(/[?#].*$/, '');
  return name === '' ? source : escapeMarkup(name.replaceAll('&amp;', '&'));
}
