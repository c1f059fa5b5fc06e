import bwip from 'bwip-js/node';

/**
 * A Data Matrix as SVG, a module one unit wide, without the quiet zone: the layout leaves it. Each row's dark modules are
 * strips of one path: the outlines that the library traces instead cost more than the code itself.
 */
export function dataMatrix(text: string): string {
  const [symbol] = bwip.raw('datamatrix', text, {});
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('A Data Matrix is a matrix of modules');
  const { pixs, pixx, pixy } = symbol;
  let strips = '';
  for (let y = 0; y < pixy; y += 1)
    for (let x = 0; x < pixx; ) {
      const from = x;
      while (x < pixx && pixs[y * pixx + x] === 1) x += 1;
      if (x > from) strips += `M${from} ${y}h${x - from}v1h${from - x}`;
      else x += 1;
    }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pixx} ${pixy}"><path d="${strips}"/></svg>`;
}
