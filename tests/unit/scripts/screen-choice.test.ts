import { describe, expect, it } from 'vitest';
import { chooseScreens, chooseVariants } from '#scripts/screens/choice.ts';
import { screens } from '#scripts/screens/declared.ts';
import { variantName } from '#scripts/screens/screen.ts';

describe('the pictures of the program', () => {
  it('are taken in both languages, light and dark, at both sizes', () => {
    expect(chooseVariants({}).map(variantName)).toEqual([
      'zh.light.1366',
      'zh.light.1920',
      'zh.dark.1366',
      'zh.dark.1920',
      'en.light.1366',
      'en.light.1920',
      'en.dark.1366',
      'en.dark.1920',
    ]);
  });

  it('can be narrowed to a variant and to screens by name or address', () => {
    expect(chooseVariants({ lang: 'en', scheme: 'dark', size: '1366x768' }).map(variantName)).toEqual(['en.dark.1366']);
    expect(chooseScreens(screens, '/administration/events').map(({ name }) => name)).toEqual(['82-events']);
    expect(chooseScreens(screens, '82-events,88-days').map(({ name }) => name)).toEqual(['82-events', '88-days']);
  });

  it('refuse a wish that names nothing, and say what there is', () => {
    expect(() => chooseVariants({ scheme: 'grey' })).toThrow('light, dark');
    expect(() => chooseScreens(screens, 'nowhere')).toThrow('80-settings');
  });

  it('have names of their own', () => {
    const names = screens.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
