/** An exact fraction of two whole numbers: the oracle's only arithmetic, which shares nothing with the code it is held against. */
export class Fraction {
  static readonly zero = new Fraction(0n, 1n)
  static readonly one = new Fraction(1n, 1n)

  private constructor(
    private readonly numerator: bigint,
    private readonly denominator: bigint
  ) {}

  /** Reads a plain decimal such as `-12.345`. */
  static of(decimal: string): Fraction {
    const [, sign, whole = "0", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
    const value = new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length))
    return sign ? value.negated() : value
  }

  static sum = (values: Fraction[]): Fraction => values.reduce((sum, value) => sum.plus(value), Fraction.zero)

  plus = (other: Fraction): Fraction =>
    Fraction.reduced(this.numerator * other.denominator + other.numerator * this.denominator, this.denominator * other.denominator)
  negated = (): Fraction => new Fraction(-this.numerator, this.denominator)
  minus = (other: Fraction): Fraction => this.plus(other.negated())
  times = (other: Fraction): Fraction => Fraction.reduced(this.numerator * other.numerator, this.denominator * other.denominator)
  over = (other: Fraction): Fraction => Fraction.reduced(this.numerator * other.denominator, this.denominator * other.numerator)

  get isZero(): boolean {
    return this.numerator === 0n
  }
  get isNegative(): boolean {
    return this.numerator < 0n
  }
  atLeast = (least: Fraction): Fraction => (this.minus(least).isNegative ? least : this)
  atMost = (most: Fraction): Fraction => (most.minus(this).isNegative ? most : this)

  /** Half away from zero. */
  rounded(digits: number): Fraction {
    const scale = 10n ** BigInt(digits)
    const size = this.numerator < 0n ? -this.numerator : this.numerator
    const whole = (2n * size * scale + this.denominator) / (2n * this.denominator)
    return Fraction.reduced(this.numerator < 0n ? -whole : whole, scale)
  }

  toNumber = (): number => Number(this.rounded(30).text(30))

  /** A decimal with exactly so many digits; the fraction has to have no more. */
  text(digits: number): string {
    const scale = 10n ** BigInt(digits)
    const scaled = this.numerator * scale
    if (scaled % this.denominator !== 0n) throw new Error(`${this.numerator}/${this.denominator} has more than ${digits} decimals`)
    const size = String(scaled < 0n ? -scaled / this.denominator : scaled / this.denominator).padStart(digits + 1, "0")
    const decimals = digits > 0 ? `.${size.slice(-digits)}` : ""
    return `${scaled < 0n ? "-" : ""}${digits > 0 ? size.slice(0, -digits) : size}${decimals}`
  }

  private static reduced(numerator: bigint, denominator: bigint): Fraction {
    const sign = denominator < 0n ? -1n : 1n
    let [a, b] = [numerator < 0n ? -numerator : numerator, denominator * sign]
    while (b !== 0n) [a, b] = [b, a % b]
    const divisor = a === 0n ? 1n : a
    return new Fraction((numerator * sign) / divisor, (denominator * sign) / divisor)
  }
}
