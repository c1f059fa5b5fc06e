import { copyFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const packages = path.join(root, 'node_modules/@expo-google-fonts');

const faces = [
  ['noto-serif-sc', '400Regular', 'NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc', '700Bold', 'NotoSerifSC_700Bold.ttf'],
  ['noto-sans-sc', '400Regular', 'NotoSansSC_400Regular.ttf'],
  ['noto-sans-sc', '700Bold', 'NotoSansSC_700Bold.ttf'],
] as const;
/** The face of the rare signs comes with the project: no package has it. */
const rare = 'HanaMinB.ttf';

/** Lays the typefaces of the papers into a folder, as a build does; `lay` where they need not be copied. */
export function fontsInto(folder: string, lay: (from: string, to: string) => void = copyFileSync): string {
  for (const [family, weight, file] of faces) lay(path.join(packages, family, weight, file), path.join(folder, file));
  lay(path.join(root, 'fonts', rare), path.join(folder, rare));
  return folder;
}
