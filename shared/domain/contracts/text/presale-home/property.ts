import { type AuthoredChapter, annexRef, articleRef, choice, fact, onlyIf, says, table, warns } from '../authoring.ts';

/** Chapter two: what is sold (articles 1 to 5). */
export const propertyChapter: AuthoredChapter = {
  title: '商品房基本情况',
  articles: [
    {
      key: 'projectBasis',
      title: '项目建设依据',
      clauses: [
        says`出卖人以${choice('landMode')}方式取得坐落于${'landPlace'}地块的建设用地使用权。该地块的权利凭证为${choice('landDocument')}，证号${'landDocumentNumber'}，土地面积${'landArea'}平方米，土地用途为${'landUse'}，土地使用期限至${'landEndsOn'}止。`,
        says`出卖人经批准在上述地块上建设商品房，项目核准名称为${'approvedProjectName'}，销售使用的名称为${fact('projectName')}。建设工程规划许可证号为${'planningPermit'}，建筑工程施工许可证号为${'constructionPermit'}。`,
        says`出卖人已在签订本合同前向买受人出示上述证件的原件，并保证其真实、有效且与本合同所售房屋相符。`,
      ],
    },
    {
      key: 'permit',
      title: '预售依据',
      clauses: [
        says`该商品房已由${'permitAuthority'}批准预售，商品房预售许可证号为${'permitNumber'}。该商品房在上述许可的预售范围之内。`,
        says`该许可证在销售现场公示；买受人可以向批准机关核实。许可被撤销或者注销的，出卖人应当自知悉之日起三日内书面告知买受人，买受人由此取得的权利依法律规定。`,
      ],
    },
    {
      key: 'unit',
      title: '商品房状况',
      clauses: [
        says`买受人购买的商品房（以下称该商品房）坐落于${fact('unitPlace')}：${'buildingName'}${'entranceName'}${'roomNumber'}。各项状况如下表，面积为预测面积，由${'surveyor'}测绘。`,
        table('unit'),
        says`该商品房的平面图及其在整幢建筑中的位置见${annexRef('drawings')}；共用部位及分摊情况见${annexRef('commonParts')}。门牌、幢号、房号由主管部门另行编定的，所指仍为该商品房，双方的权利义务不因此改变。`,
      ],
    },
    {
      key: 'mortgage',
      title: '抵押情况',
      clauses: [
        says`与该商品房有关的抵押情况为：${choice('mortgageStatus')}。`,
        onlyIf(
          'mortgaged',
          [
            table('mortgages'),
            warns`抵押权人同意该商品房转让的证明，以及解除抵押的条件和时间见${annexRef('mortgages')}。出卖人应当在约定时间之前解除抵押，不因抵押影响该商品房的交付和登记。`,
          ],
          says`未设定抵押，本条抵押登记事项及${annexRef('mortgages')}相应空格均已划去。`,
        ),
        says`本合同签订后，未经买受人书面同意，出卖人不得就该商品房及其占用范围内的建设用地使用权设定新的抵押。`,
      ],
    },
    {
      key: 'title',
      title: '权利状况承诺',
      clauses: [
        says`出卖人就该商品房的权利状况承诺：`,
        says`（一）出卖人对该商品房享有合法的处分权利；`,
        says`（二）该商品房没有出售给本合同买受人以外的人；`,
        says`（三）该商品房没有被司法机关查封，也没有以其他方式被限制转让；`,
        says`（四）双方另行约定的承诺：${'titlePromise'}。`,
        warns`上述任何一项不属实，致使本合同不能备案或者房屋不能登记到买受人名下的，买受人可以书面通知出卖人解除合同，由出卖人办理解除退款，利率为年${'titleInterest'}，并按下列方式赔偿：${choice('titleDamages')}。`,
        warns`本合同所称“解除退款”，是指出卖人自收到解除通知之日起十五日内，把买受人已经支付的全部房款（贷款支付的部分包括在内）连同利息一并退清；利息从每笔款项支付之日算起，到退清之日为止，利率由各条分别约定。`,
        says`因承诺不实而产生的其他责任，不受${articleRef('lateDelivery')}约定的违约金限制。`,
      ],
    },
  ],
};
