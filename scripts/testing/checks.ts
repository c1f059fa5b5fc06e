import { type Outcome, runTool } from './tool.ts';

/** The outcome of a check that counts as one test. */
export function single(ok: boolean, text: string): Outcome {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [], text };
}

/** Biome: every file is formatted and its imports are in order. */
export async function checkFormat(): Promise<Outcome> {
  const { ok, text } = await runTool('@biomejs/biome', ['check', '.']);
  return single(ok, `${text}\nnpm run format puts it right.`);
}

/** oxlint with types. */
export async function checkLint(): Promise<Outcome> {
  const { ok, text } = await runTool('oxlint', ['--type-aware', '--deny-warnings']);
  return single(ok, text);
}

/** The type checker. */
export async function checkTypes(): Promise<Outcome> {
  const { ok, text } = await runTool('typescript', ['-p', '.'], { program: 'tsc' });
  return single(ok, text);
}

type LayerReport = {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly comment?: string;
      readonly rule: { readonly name: string };
      readonly cycle?: readonly { readonly name: string }[];
    }[];
  };
};

/** Fewer modules than this means that the tool could not read the sources: it passes silently then. */
const LEAST_MODULES = 100;

/** Who may import whom. A run that saw no modules saw nothing, so it fails. */
export async function checkLayers(): Promise<Outcome> {
  const roots = ['electron', 'renderer', 'shared', 'db', 'tests', 'scripts'];
  const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...roots];
  const { out, text } = await runTool('dependency-cruiser', args, { program: 'depcruise' });
  if (!out.startsWith('{')) return single(false, text);
  const { summary }: LayerReport = JSON.parse(out);
  if (summary.totalCruised < LEAST_MODULES)
    return single(false, `dependency-cruiser saw only ${summary.totalCruised} modules.`);
  const lines = summary.violations.map(({ from, to, rule, comment, cycle }) => {
    const way = cycle === undefined ? to : cycle.map(({ name }) => name).join(' → ');
    return `${rule.name}: ${from} → ${way}${comment === undefined ? '' : `\n    ${comment}`}`;
  });
  return single(lines.length === 0, lines.join('\n'));
}

/** knip: nothing that nobody uses. */
export async function checkDeadCode(): Promise<Outcome> {
  const { ok, text } = await runTool('knip', ['--no-progress']);
  return single(ok, text);
}
