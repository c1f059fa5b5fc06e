/** Words of the changes by which a deal ends or moves to another home. */
export const exits = {
  target: '换到',
  targetHint: '输入房号查找可售的房源',
  targetNone: '没有可换的房源',
  planKind: '付款方式',
  cause: '退房原因',
  causes: { seller: '开发商原因', buyer: '买受人原因', nobody: '双方均无责任' },
  ground: '解除依据',
  groundHint: '退款利率按所选条款的约定计算；未选条款的，按合同利率参照计算。',
  groundNone: '协商解除，不依据条款',
  keep: '没收金额（不退的定金）',
  forfeiture:
    '终止通知书送达后期限已满、买受人仍未签约的，可以办理挞定：定金按合同总价的法定比例以内不予退还，其余退回原交款人，房源放回可售。',
} as const;
