// Elements of MathML that Slidev has Vue leave alone: KaTeX writes them.
export const mathElements = new Set(
  `annotation math menclose mfrac mglyph mi mlabeledtr mn mo mover mpadded mphantom mroot mrow mspace msqrt mstyle msub
  msubsup msup mtable mtd mtext mtr munder munderover semantics`.split(/\s+/),
)
