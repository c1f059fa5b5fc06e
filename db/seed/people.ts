import type { Post } from '#shared/domain/accounts/posts.ts';
import { checkIdentityNumber } from '#shared/kernel/identity-number.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { Random } from '#shared/kernel/random.ts';

/** Somebody who works in the office. The login name is what the rest of the plan calls them by. */
export type StaffPlan = { readonly loginName: string; readonly name: string; readonly post: Post };

/** The fifteen people of a generated office; all of them invented. */
export const staff = [
  { loginName: 'admin', name: '卢一鸣', post: 'administrator' },
  { loginName: 'dujianhua', name: '杜建华', post: 'manager' },
  { loginName: 'chenliqun', name: '陈立群', post: 'supervisor' },
  { loginName: 'shenjingyi', name: '沈静宜', post: 'director' },
  { loginName: 'hejiayi', name: '何佳怡', post: 'consultant' },
  { loginName: 'tangwenhao', name: '唐文浩', post: 'consultant' },
  { loginName: 'luojing', name: '罗静', post: 'consultant' },
  { loginName: 'dengzixuan', name: '邓子轩', post: 'consultant' },
  { loginName: 'yusiqi', name: '余思琪', post: 'consultant' },
  { loginName: 'jiangxuemei', name: '蒋雪梅', post: 'backOffice' },
  { loginName: 'fangmin', name: '方敏', post: 'finance' },
  { loginName: 'tianxiaoyu', name: '田晓雨', post: 'warrantOfficer' },
  { loginName: 'baiyutong', name: '白雨桐', post: 'planner' },
  { loginName: 'qiushun', name: '邱顺', post: 'auditor' },
  { loginName: 'fengyuan', name: '冯媛', post: 'compliance' },
] as const satisfies readonly StaffPlan[];

/** What the plan calls a member of the staff by. */
export type StaffName = (typeof staff)[number]['loginName'];

/** The consultants, in the order of the rota. */
export const consultants = ['hejiayi', 'tangwenhao', 'luojing', 'dengzixuan', 'yusiqi'] as const satisfies StaffName[];

const surnames = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
);
const firstSigns = Array.from(
  '海晓志建雨思子佳文明雪丽国永春秋婉若欣嘉宇浩俊天一梦诗紫静立伟德世启景书云安远清润泽锦承祥瑞',
);
const lastSigns = Array.from(
  '涛华敏杰军红霞玲强磊洋艳勇芳辉琴鹏斌健霖妍彤涵萱轩宁悦然博凯旭阳琳怡瑶菲晨航毅诚峰岚洁颖珊楠松柏岩川',
);

/** An invented name, of two or three signs. */
export function inventName(random: Random): string {
  const first = random.chance(0.8) ? random.pick(firstSigns) : '';
  return random.pick(surnames) + first + random.pick(lastSigns);
}

/** A mobile number with the prefix 160, which no carrier has; another one for each index below 10^8. */
export function inventPhone(index: number): string {
  // A step that shares no factor with 10^8 visits every number once and looks like none of a row.
  return `160${String((index * 61_803_399 + 27_182_818) % 100_000_000).padStart(8, '0')}`;
}

/**
 * An identity number that fits GB 11643 in form, birthday and check digit, with the area code 009900, which belongs to no
 * place: no province begins with 00. Another one for each index below a million; everybody is between 24 and 57 years old.
 */
export function inventIdentityNumber(index: number, today: LocalDate): string {
  // The step and the number of days share no factor: birthday and sequence together come once.
  const birthOn = addDays(today, -(24 * 366 + ((index * 7919) % 12_410)));
  const first17 = `009900${birthOn.replaceAll('-', '')}${String(index % 1000).padStart(3, '0')}`;
  const last = Array.from('0123456789X').find((sign) => checkIdentityNumber(first17 + sign).ok) ?? '0';
  return first17 + last;
}
