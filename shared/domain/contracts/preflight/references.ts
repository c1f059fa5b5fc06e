/** An article as one refers to it by its number; one behind the name of a law, or behind another of that law, is the law's. */
export const articleReference = /(?<![》法典例释定]|条、)第([一二三四五六七八九十]{1,3})条/gu;
/** An annex as one refers to it by its number. */
export const annexReference = /附件([一二三四五六七八九十]{1,2})/gu;
