import { describe, expect, it } from 'vitest';
import { lintOf } from '#shared/domain/contracts/preflight/lint.ts';

describe('Own wording of a contract', () => {
  it.each([
    ['因市政配套原因导致延期的，交付日期相应顺延。', 'block'],
    ['沙盘和样板房仅供参考，不构成约定。', 'block'],
    ['买受人放弃要求返还面积差价款的权利。', 'block'],
    ['买受人缴清物业费后方可验房。', 'block'],
    ['出卖人支付的违约金最高不超过总价款的百分之一。', 'block'],
    ['出卖人有权根据需要调整规划和设计。', 'block'],
    ['买受人应当另行支付开户费。', 'block'],
    ['赠送的露台面积三十平方米归买受人所有，办理产权登记。', 'block'],
    ['出卖人保证每年百分之八的收益。', 'block'],
    ['争议提交仲裁，也可以向法院起诉。', 'warn'],
    ['活动最终解释权归开发商。', 'warn'],
    ['逾期七日未答复的，视为同意变更。', 'warn'],
    ['保修期自竣工验收合格之日起计算。', 'warn'],
    ['因本合同产生的全部税费由买受人承担。', 'warn'],
    ['不可抗力包括连续降雨和政策变化。', 'warn'],
    ['贷款未获批准的，按买受人违约处理。', 'warn'],
  ] as const)('%s', (text, level) => {
    expect(lintOf(text).map((one) => one.level)).toEqual([level]);
  });

  it.each([
    '买受人变更通讯地址的，可以到销售中心书面登记。',
    '地下车位按相关证照确定，首先满足业主需要。',
    '出卖人应当在交付时移交燃气使用说明。',
  ])('lets stand: %s', (text) => {
    expect(lintOf(text)).toEqual([]);
  });
});
