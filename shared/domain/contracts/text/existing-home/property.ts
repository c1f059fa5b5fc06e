import { type AuthoredChapter, annexRef, choice, fact, onlyIf, says, table, warns } from '../authoring.ts';
import { articleIn } from '../book.ts';
import { propertyChapter as presale } from '../presale-home/property.ts';

/** Chapter two of a home that stands: the paper it is sold by, its measured areas, its lease (articles 1 to 6). */
export const propertyChapter: AuthoredChapter = {
  title: presale.title,
  articles: [
    articleIn([presale], 'projectBasis'),
    {
      key: 'saleBasis',
      title: '销售依据',
      clauses: [
        says`该商品房已经竣工，出售的依据为${choice('saleBasisKind')}，编号为${'saleBasisNumber'}，办理机构为${'saleBasisAuthority'}。该商品房在其记载的范围之内。`,
        says`出卖人已在签订本合同前向买受人出示原件；买受人可以向办理机构核实。上述文件被撤销、注销或者变更的，出卖人应当自知悉之日起三日内书面告知买受人，买受人由此取得的权利依法律规定。`,
      ],
    },
    {
      key: 'unit',
      title: '商品房状况',
      clauses: [
        says`买受人购买的商品房（以下称该商品房）坐落于${fact('unitPlace')}：${'buildingName'}${'entranceName'}${'roomNumber'}。各项状况如下表，面积为实测面积，由${'surveyor'}测绘。`,
        table('unit'),
        says`该商品房的平面图及其在整幢建筑中的位置见${annexRef('drawings')}；共用部位及分摊情况见${annexRef('commonParts')}。`,
      ],
    },
    articleIn([presale], 'mortgage'),
    {
      key: 'lease',
      title: '租赁情况',
      clauses: [
        says`该商品房的租赁情况为：${choice('leaseStatus')}。`,
        onlyIf(
          'leased',
          [
            warns`该商品房由${'leaseTenant'}承租，租赁期限自${'leaseFrom'}起至${'leaseTo'}止。所有权转移不影响租赁合同的效力；自该商品房交付之日起到租赁期限届满为止的租金，归${choice('rentGoesTo')}所有。`,
            says`出卖人已在合理期限内把出售的条件通知承租人。承租人放弃优先购买权的书面声明，或者承租人接到通知后十五日内没有明确表示购买的说明，见${annexRef('tenantWaiver')}。双方就租赁另行约定：${'leaseOther'}。`,
          ],
          says`该商品房没有出租，本条租赁事项及${annexRef('tenantWaiver')}相应空格均已划去。`,
        ),
        says`除上面写明的租赁以外，没有其他人对该商品房享有优先购买、居住或者占有使用的权利。`,
      ],
    },
    articleIn([presale], 'title'),
  ],
};
