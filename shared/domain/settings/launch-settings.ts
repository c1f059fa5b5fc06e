import { z } from 'zod';
import { amountSchema, type Fen, yuan } from '#shared/kernel/money.ts';
import { custom, define } from './definition.ts';

/** Settings of launches (开盘, 认筹): what a new plan begins with, and whether money may be taken before the permit. */
export const launchSettings = {
  launchPickSeconds: define({
    group: 'launches',
    schema: z.int().min(10).max(3600),
    unit: 'count',
    default: 60,
    sourceNote: custom,
    cityPacks: {},
  }),
  launchPickHours: define({
    group: 'launches',
    schema: z.int().min(1).max(240),
    unit: 'count',
    default: 2,
    sourceNote: custom,
    cityPacks: {},
  }),
  launchPasses: define({
    group: 'launches',
    schema: z.int().min(0).max(10),
    unit: 'count',
    default: 1,
    sourceNote: custom,
    cityPacks: {},
  }),
  intentMoney: define<Fen>({
    group: 'launches',
    schema: amountSchema,
    unit: 'fen',
    default: yuan(20_000),
    sourceNote: custom,
    cityPacks: {},
  }),
  intentMoneyBeforePermit: define({
    group: 'launches',
    schema: z.boolean(),
    unit: 'flag',
    default: false,
    sourceNote: {
      zh: '取得预售许可证前不得以认购、预订、诚意金等方式收取费用（如山东省商品房销售条例第三十条）',
      en: 'Before the pre-sale permit no money may be taken as booking or earnest money (such as Shandong rules, article 30)',
    },
    cityPacks: {},
  }),
};
