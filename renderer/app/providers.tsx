import {
  type MantineColorSchemeManager,
  MantineProvider,
  type MantineThemeOverride,
  MantineThemeProvider,
} from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleOfProvider } from '../components/refusal-text.tsx';
import { type Clock, ClockProvider } from '../lib/clock.tsx';
import { useLanguage } from '../lib/i18n.ts';
import { preferences } from '../lib/preferences.ts';
import { citationOf } from '../lib/rule-of.ts';
import { styleNonce } from '../lib/style-nonce.ts';
import { cssVariablesResolver, theme } from '../theme/theme.ts';

/** Light and dark come from the person's preferences; `auto` follows the system. */
function schemeManager(): MantineColorSchemeManager {
  let stop = (): void => {};
  return {
    get: () => preferences.get().colorScheme,
    // The library also tells back what it has just heard from here.
    set: (colorScheme) => {
      if (colorScheme !== preferences.get().colorScheme) preferences.change({ colorScheme });
    },
    subscribe: (onUpdate) => {
      stop = preferences.subscribe(() => onUpdate(preferences.get().colorScheme));
    },
    unsubscribe: () => stop(),
    clear: () => preferences.change({ colorScheme: 'auto' }),
  };
}

const colorSchemeManager = schemeManager();

/** Right of the rail and left of every drawer, in the height of the top bar. */
const OVER_TOP_BAR = { top: 4, left: 76 };

/** Buttons without words have a name in the language of the screens: the cross of a notice, the eye of a password. */
function spoken(close: string, showPassword: string): MantineThemeOverride {
  return {
    components: {
      Notification: { defaultProps: { closeButtonProps: { 'aria-label': close } } },
      PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': showPassword } } },
    },
  };
}

/** Parts that speak: the calendar, dialogs, notices. They need the language, so they stand below it. */
function SpeakingProviders({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const { t } = useTranslation('common');
  const close = t('close');
  const showPassword = t('showPassword');
  const names = useMemo(() => spoken(close, showPassword), [close, showPassword]);
  const locale = language === 'zh-CN' ? 'zh-cn' : 'en';
  return (
    // Red means overdue or final here, so days of rest are not red.
    <DatesProvider settings={{ locale, firstDayOfWeek: 1, weekendDays: [] }}>
      <MantineThemeProvider inherit theme={names}>
        <ModalsProvider modalProps={{ closeButtonProps: { 'aria-label': close } }}>
          {children}
          {/* Over the top bar: at the foot of a screen they would lie over what is pressed next. */}
          <Notifications position="top-left" style={OVER_TOP_BAR} containerWidth={426} autoClose={6000} limit={4} />
        </ModalsProvider>
      </MantineThemeProvider>
      {/* The target of everything that floats: menus, dialogs, drawers, tips. */}
      <section id="floating" aria-label={t('floating')} />
    </DatesProvider>
  );
}

type ProvidersProps = { queryClient: QueryClient; clock: Clock; children: ReactNode };

/** Everything a screen finds around itself: look, words, clock, answers, dialogs, notices. */
export function Providers({ queryClient, clock, children }: ProvidersProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariablesResolver}
        colorSchemeManager={colorSchemeManager}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <ClockProvider clock={clock}>
          <RuleOfProvider value={citationOf}>
            <SpeakingProviders>{children}</SpeakingProviders>
          </RuleOfProvider>
        </ClockProvider>
      </MantineProvider>
    </QueryClientProvider>
  );
}
