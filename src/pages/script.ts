/**
 * The only script of the pages: it shows the copy buttons, which are hidden without it.
 *
 * The clipboard is closed to pages on plain HTTP, so the old command is the fallback there.
 */

/** The content of the inline `script` element; its hash stands in the Content-Security-Policy. */
export const pageScript: string = [
  "for (const button of document.querySelectorAll('.copy')) {",
  '  const field = button.previousElementSibling;',
  '  button.hidden = false;',
  '  field.onfocus = () => field.select();',
  '  button.onclick = async () => {',
  '    field.select();',
  "    try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand('copy'); }",
  "    button.firstChild.data = 'Copied';",
  "    setTimeout(() => { button.firstChild.data = 'Copy'; }, 2000);",
  '  };',
  '}',
].join('\n');
