/**
 * The look of Zhiye Desk, "ink and seal": ink blue carries structure and action, seal red is kept for what is final or
 * dangerous, everything else is paper and one grey scale. Sizes and surfaces are in `tokens.css`.
 */
import {
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  Kbd,
  type MantineColorsTuple,
  Menu,
  Modal,
  MultiSelect,
  NumberInput,
  Portal,
  SegmentedControl,
  Select,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

const ink: MantineColorsTuple = [
  '#eef2f8',
  '#dde5f1',
  '#b9c8df',
  '#8fa7cb',
  '#6788b6',
  '#466b9f',
  '#2f568c',
  '#1f4478',
  '#173660',
  '#0f2747',
];
const seal: MantineColorsTuple = [
  '#fbeeeb',
  '#f6d9d3',
  '#ecb0a5',
  '#e18677',
  '#d6604f',
  '#c64232',
  '#b02e20',
  '#8f2418',
  '#6e1b12',
  '#4c120b',
];
const amber: MantineColorsTuple = [
  '#fff6e0',
  '#ffe9b8',
  '#fbd67f',
  '#f2bf45',
  '#dfa31c',
  '#b98006',
  '#8c5f00',
  '#704c00',
  '#543900',
  '#382600',
];
const gray: MantineColorsTuple = [
  '#f7f8f9',
  '#eff1f3',
  '#e3e6ea',
  '#d0d5db',
  '#a9b1bb',
  '#848d99',
  '#5f6976',
  '#485260',
  '#303a47',
  '#1b2430',
];
const dark: MantineColorsTuple = [
  '#dde2e8',
  '#b9c1cc',
  '#98a2b0',
  '#6d7785',
  '#434c59',
  '#333b47',
  '#262d37',
  '#1b2028',
  '#14181e',
  '#0e1115',
];

// Only the colours of the design are colours of a component: what is dangerous is seal, and no red of the library's own.
declare module '@mantine/core' {
  export interface MantineThemeColorsOverride {
    colors: Record<'ink' | 'seal' | 'seal.6' | 'amber' | 'gray' | 'dark', MantineColorsTuple>;
  }
}

/** The bundled face comes last: it draws Chinese where a computer has no face of its own. */
const chineseFaces =
  '"Zhiye Marks","Microsoft YaHei UI","PingFang SC","Noto Sans CJK SC","Noto Sans SC Variable","Zhiye Rare Signs",sans-serif';

/** A shadow alone does not part a dark dialog from a dark page. */
const floating = { border: '1px solid var(--zy-strong)' };

/** Components under the theme, in the measures of the design: controls 36 px in forms, 30 in bars, 26 in rows. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, seal, amber, gray, dark },
  white: '#ffffff',
  black: '#1b2430',
  fontFamily: chineseFaces,
  fontFamilyMonospace: 'Consolas,"SF Mono","Noto Sans Mono CJK SC",monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  // Two weights only: YaHei UI, PingFang and Noto CJK have no dependable 500 or 600.
  headings: {
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '24px' },
      h2: { fontSize: '14px', lineHeight: '20px' },
      h3: { fontSize: '13px', lineHeight: '18px' },
    },
  },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 4px 16px rgba(15,39,71,.14)',
    lg: '0 8px 28px rgba(15,39,71,.20)',
    xl: '0 12px 40px rgba(15,39,71,.24)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      // The compact ones stand in rows and heads: as narrow as the words they are among.
      vars: (_theme, { size }) => {
        const compact = String(size).startsWith('compact');
        return {
          root: {
            '--button-height': size === 'md' ? '36px' : size === 'xs' || compact ? '26px' : '30px',
            '--button-fz': size === 'xs' || size === 'compact-xs' ? '12px' : '13px',
            '--button-padding-x': size === 'xs' || compact ? '8px' : '12px',
          },
        };
      },
      styles: { label: { fontWeight: 400 } },
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({
        wrapper: {
          '--input-height': props.size === 'xs' ? '28px' : '36px',
          '--input-fz': props.size === 'xs' ? '13px' : '14px',
          '--input-padding': '10px',
        },
      }),
    }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { fontSize: 12, fontWeight: 400, color: 'var(--zy-dim)', marginBottom: 3, lineHeight: '16px' },
        error: { fontSize: 12, lineHeight: '16px', color: 'var(--zy-seal)' },
        description: { fontSize: 12, lineHeight: '16px', color: 'var(--zy-dim)' },
      },
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'sm', hideControls: true } }),
    Select: Select.extend({ defaultProps: { size: 'sm', withCheckIcon: false } }),
    // Where more is typed begins a new line only when there is no room for it, not a hundred pixels before.
    MultiSelect: MultiSelect.extend({ defaultProps: { size: 'sm' }, styles: { inputField: { minWidth: 24 } } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'xs', withItemsBorders: false },
      styles: {
        root: { padding: 2, background: 'var(--zy-sunken)', borderRadius: 3 },
        label: { fontSize: 12, lineHeight: '16px', padding: '5px 10px', fontWeight: 400 },
      },
    }),
    Badge: Badge.extend({
      defaultProps: { radius: 'xs', variant: 'light' },
      styles: { root: { textTransform: 'none', fontWeight: 400 } },
    }),
    Kbd: Kbd.extend({
      defaultProps: { size: 'xs' },
      styles: {
        root: { fontFamily: 'inherit', fontSize: 11, lineHeight: '16px', padding: '1px 5px', color: 'var(--zy-text)' },
      },
    }),
    // No focus placeholder: it is a child that a menu may not have. The first item takes the focus.
    Menu: Menu.extend({
      defaultProps: { shadow: 'md', transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false },
    }),
    // What floats lies in a landmark of its own, so that nothing on the page is outside all of them.
    Portal: Portal.extend({ defaultProps: { target: '#floating' } }),
    Modal: Modal.extend({
      defaultProps: {
        shadow: 'xl',
        centered: true,
        padding: 16,
        transitionProps: { duration: 0 },
        overlayProps: { opacity: 0.45 },
      },
      styles: { title: { fontSize: 16, lineHeight: '24px', fontWeight: 700 }, content: floating },
    }),
    Drawer: Drawer.extend({ defaultProps: { shadow: 'lg', transitionProps: { duration: 0 }, position: 'right' } }),
    ModalRoot: Modal.Root.extend({
      defaultProps: { shadow: 'xl', transitionProps: { duration: 0 } },
      styles: { content: floating },
    }),
    DrawerRoot: Drawer.Root.extend({
      defaultProps: { shadow: 'lg', transitionProps: { duration: 0 }, position: 'right' },
      styles: { content: { borderLeft: floating.border } },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 200,
        withArrow: true,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
    }),
  },
});

/** Puts the component library's own variables onto the surfaces of `tokens.css`. */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const variables = {
    '--mantine-color-body': 'var(--zy-surface)',
    '--mantine-color-text': 'var(--zy-text)',
    '--mantine-color-dimmed': 'var(--zy-dim)',
    '--mantine-color-default-border': 'var(--zy-strong)',
    '--mantine-color-placeholder': 'var(--zy-dim)',
    '--mantine-color-error': 'var(--zy-seal)',
    '--mantine-color-anchor': 'var(--zy-ink)',
    // Words on no ground or a tinted one: buttons in rows and headings look like what they are.
    '--mantine-color-ink-light-color': 'var(--zy-ink)',
    '--mantine-color-seal-light-color': 'var(--zy-seal)',
  };
  return {
    variables: {},
    light: { ...variables, '--mantine-color-default': '#ffffff', '--mantine-color-default-hover': '#f2f3f5' },
    dark: { ...variables, '--mantine-color-default': '#262d37', '--mantine-color-default-hover': '#333b47' },
  };
};
