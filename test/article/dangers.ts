/**
 * What a browser would see in HTML that no reader may be sent.
 */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** What a browser would see that must not be there. */
export function dangersIn(html: string): readonly string[] {
  const nodes = [parseFragment(html) as DefaultTreeAdapterTypes.Node];
  const found: string[] = [];
  for (const node of nodes) {
    if ('childNodes' in node) nodes.push(...node.childNodes);
    if (!('tagName' in node)) continue;
    if (/^(?:script|style|svg|math|iframe|object|embed|form|template|base|meta|link)$/.test(node.tagName))
      found.push(node.tagName);
    found.push(...node.attrs.map(({ name }) => name).filter((name) => /^on|^style$|^srcdoc$/.test(name)));
  }
  return found;
}
