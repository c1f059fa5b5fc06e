const LINE = 40;

/**
 * A PDF of one page as Chinese systems write them: its typeface is not in it, and its signs are named by a character map
 * that every reader must have.
 */
export function cityPdf(text: string): Uint8Array<ArrayBuffer> {
  const signs = [...text].map((sign) => (sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0'));
  // What lies beside the sheet is not read.
  const lines = signs.flatMap((_sign, at) => (at % LINE === 0 ? [signs.slice(at, at + LINE).join('')] : []));
  const words = `BT /F1 10 Tf 12 TL 50 700 Td ${lines.map((line) => `<${line}> Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 4 0 R >> >> /Contents 7 0 R >>',
    '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UTF16-H /DescendantFonts [5 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 683 /StemV 80 >>',
    `<< /Length ${words.length} >>\nstream\n${words}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(file);
}
