/**
 * The code pages of DOS that old editing systems still write, which no decoder of the Encoding Standard knows (T-01).
 *
 * Tables only. Source: Unicode's mappings CP850.TXT and CP852.TXT.
 */

// biome-ignore format: thirty-two characters a row, from 0x80
const CODE_PAGES: Readonly<Record<string, string>> = {
  ibm850:
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ' +
  'áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
  '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀' +
  'ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
  ibm852:
  'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×č' +
  'áíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐' +
  '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀' +
  'ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0',
};

/** The text of bytes in a code page, or undefined for a name that is none of these. */
export function decodeDos(name: string, bytes: Uint8Array): string | undefined {
  const page = CODE_PAGES[name];
  if (page === undefined) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return text.replace(/[\u0080-\u00FF]/g, (wide) => page[wide.charCodeAt(0) - 0x80]!);
}
