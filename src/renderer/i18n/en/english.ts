/**
 * The shape of an English text: the keys of the Chinese one, and where a number makes a difference in English (Chinese
 * has no plural), the singular beside it as `key_one`. A key that is missing, or one too many, does not compile.
 */
export type English<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends readonly string[]
      ? readonly string[]
      : English<Texts[Key]>
} & { readonly [Key in keyof Texts as Texts[Key] extends string ? `${Key & string}_one` : never]?: string }
