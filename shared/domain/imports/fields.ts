import type { TableDefinition } from './table.ts';

/** What a price list can tell of a unit. */
export const priceListFields = [
  'project',
  'building',
  'entrance',
  'floor',
  'roomNo',
  'use',
  'houseType',
  'orientation',
  'builtArea',
  'innerArea',
  'sharedArea',
  'unitPrice',
  'innerUnitPrice',
  'total',
  'filedPrice',
  'floorPrice',
  'status',
] as const;
/** A field of a price list. */
export type PriceListField = (typeof priceListFields)[number];

/** Fields without which a row is no unit. */
export const requiredFields = ['building', 'roomNo', 'builtArea'] as const satisfies readonly PriceListField[];

/**
 * What the columns are called in the lists of authorities, developers and tools, the surest name first (real lists of
 * Shenzhen, Beijing, Foshan, Hefei, Chengdu).
 */
const headings: { readonly [F in PriceListField]: readonly string[] } = {
  project: ['项目名称', '项目', '楼盘', '楼盘名称', '小区名称'],
  building: [
    '楼栋',
    '栋',
    '楼幢',
    '幢',
    '幢号',
    '栋号',
    '楼号',
    '楼栋号',
    '楼座',
    '座',
    '座号',
    '楼栋名称',
    '幢名',
    'building',
  ],
  entrance: ['单元', '单元号', '门牌', '门', '梯', '梯号', '座单元', 'entrance'],
  floor: ['楼层', '层', '所在层', '所在楼层', '层数', '名义层', '实际层', '物理层', 'floor'],
  roomNo: ['房间号', '房号', '室号', '室', '房间', '户号', '房屋编号', '单位号', '房源', '户型编号', 'room'],
  use: ['用途', '规划用途', '规划设计用途', '房屋用途', '房屋类型', '物业类型', '产品类型', '业态'],
  houseType: ['户型', '房型', '户型名称', '户型结构', '房屋户型', '居室'],
  orientation: ['朝向', '房屋朝向', '方位'],
  builtArea: ['建筑面积', '预测建筑面积', '实测建筑面积', '建面', '销售面积', '产权面积', '面积', '房屋建筑面积'],
  innerArea: [
    '套内面积',
    '套内建筑面积',
    '户内面积',
    '预测套内面积',
    '实测套内面积',
    '套内',
    '室内面积',
    '预测套内建筑面积',
  ],
  sharedArea: ['分摊面积', '公摊面积', '公摊', '公用分摊面积', '预测分摊面积', '应分摊面积'],
  unitPrice: [
    '单价',
    '建筑面积单价',
    '建面单价',
    '表价单价',
    '销售单价',
    '预售单价',
    '拟售单价',
    '备案单价',
    '按建筑面积拟售单价',
    '折前单价',
    '毛坯单价',
    '均价',
  ],
  innerUnitPrice: ['套内面积单价', '套内单价', '按套内面积拟售单价', '套内建筑面积单价'],
  total: [
    '总价',
    '表价',
    '表价总价',
    '总售价',
    '房屋总价',
    '销售总价',
    '拟售总价',
    '总价款',
    '房款总价',
    '折前总价',
    '总金额',
    '标价',
  ],
  filedPrice: ['备案总价', '备案价', '备案价格', '物价备案总价'],
  floorPrice: ['底价', '底价总价', '最低价', '最低总价'],
  status: ['状态', '销售状态', '销售状况', '房屋状态', '房源状态', '可售状态', '备案状态', '房间状态', 'status'],
};

/** The table of a price list (一房一价表). */
export const priceListTable: TableDefinition<PriceListField> = {
  fields: priceListFields,
  required: requiredFields,
  headings,
  sure: ['roomNo'],
  amounts: ['unitPrice', 'innerUnitPrice', 'total', 'filedPrice', 'floorPrice'],
  // Prices for a square metre are never in ten thousands where a note above the table says so of totals.
  noted: ['total', 'filedPrice', 'floorPrice'],
  merged: ['building', 'entrance', 'floor'],
};
