import { localDate } from '#shared/kernel/local-date.ts';
import type { PersonalReportData } from './data.ts';

/** A report on somebody who does not exist. */
export const personalReportSample: PersonalReportData = {
  printedOn: localDate('2026-11-16'),
  project: '江岸云境二期',
  seller: { name: '重庆江岸置业有限公司', phone: '023-00000000' },
  person: { name: '周琳', file: 'KH-00018' },
  parts: [
    {
      title: '一、身份与联系方式',
      columns: ['信息', '内容'],
      rows: [
        ['姓名', '周琳'],
        ['手机', '138 0000 0000'],
        ['证件', '身份证 500000198501010000'],
        ['通信地址', '重庆市江北区某街道 1 号'],
      ],
    },
    {
      title: '二、来访与来电',
      columns: ['时间', '方式', '接待人', '记录'],
      rows: [['2026-11-02 10:20', '首次到访', '唐蕾', '三房，月底前定；带父母来看样板房，关心学校和车位。']],
    },
    {
      title: '三、同意',
      columns: ['处理目的', '方式', '同意', '撤回'],
      rows: [
        ['接待与履约', '书面签字', '2026-11-02', ''],
        ['营销信息', '书面签字', '2026-11-02', '2026-11-10'],
      ],
    },
    { title: '四、提供给谁', columns: ['日期', '接收方', '内容', '依据'], rows: [] },
    {
      title: '五、谁查看过完整号码',
      columns: ['时间', '查看人', '原因'],
      rows: [['2026-11-03 09:12', '陈立群', '联系客户：顾问请假']],
    },
    {
      title: '六、保存期限',
      columns: ['类别', '到期'],
      rows: [['未成交客户', '2028-11-02']],
    },
  ],
  maker: '吴敏',
};
