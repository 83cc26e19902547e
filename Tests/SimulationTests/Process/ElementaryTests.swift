import Testing

import Simulation

/// Expected values: mpmath 1.3 with 40 digits, rounded to Double, at exactly the Doubles given.
@Suite("Elementary functions")
struct ElementaryTests {
  @Test(
    "exp is right to the last place, from the smallest number to the largest",
    arguments: [
      (-745.0, 0x1p-1074), (-700.5, 5.980196118639791e-305), (-37.7, 4.2373860474966705e-17),
      (-1.0, 0.36787944117144233), (-1e-09, 0.999999999), (1e-20, 1.0), (0.3466, 1.4142509118505286),
      (0.75, 2.117000016612675), (1.0, 2.718281828459045), (20.48332157004962, 786671703.5000459),
      (100.25, 3.451610733125924e+43), (709.7, 1.6549840276802644e+308), (0.0, 1.0), (-800.0, 0.0),
      (800.0, Double.infinity), (-Double.infinity, 0.0), (Double.infinity, Double.infinity),
    ])
  func exponential(x: Double, expected: Double) {
    #expect(NumericError.inLastPlace(Elementary.exp(x), expected) <= 1)
  }

  @Test(
    "exp − 1 keeps its digits for small arguments",
    arguments: [
      (-40.0, -1.0), (-1.5, -0.7768698398515702), (-0.3466, -0.2929118930589812),
      (-1e-08, -9.999999950000001e-09), (1e-12, 1.0000000000005e-12),
      (0.3964635958260829, 0.48655832006211513), (3.0, 19.085536923187668), (50.0, 5.184705528587072e+21),
      (0.0, 0.0),
    ])
  func exponentialMinusOne(x: Double, expected: Double) {
    #expect(NumericError.inLastPlace(Elementary.expMinusOne(x), expected) <= 2)
  }

  // Where it is a difference of rounded numbers, up to 8 units of the last place.
  @Test(
    "exp − 1 − x keeps its digits for small arguments",
    arguments: [
      (-3.0, 2.049787068367864), (-0.34, 0.05177032276260972), (-1e-07, 4.999999833333337e-15),
      (1e-10, 5.000000000166667e-21), (0.2, 0.021402758160169837),
      (0.4348174050987481, 0.10986357722906356), (2.5, 8.682493960703473), (0.0, 0.0),
    ])
  func exponentialMinusOneMinus(x: Double, expected: Double) {
    #expect(NumericError.inLastPlace(Elementary.expMinusOneMinus(x), expected) <= 8)
  }

  @Test(
    "log is right to the last place, for subnormal numbers too",
    arguments: [
      (0x1p-1074, -744.4400719213812), (0x1p-1050, -727.8045395879426), (1e-300, -690.7755278982137),
      (0.001, -6.907755278982137), (0.7071, -0.346583180371942), (0.999999, -1.000000500029089e-06),
      (1.0000001, 9.999999505838704e-08), (1.4143, 0.34663470904431704),
      (1.6073275965345661, 0.4745729219438321), (10.0, 2.302585092994046),
      (123456.789, 11.723646487185881), (1.7e+308, 709.7268368932282), (1.0, 0.0), (0.0, -Double.infinity),
      (Double.infinity, Double.infinity),
    ])
  func logarithm(x: Double, expected: Double) {
    #expect(NumericError.inLastPlace(Elementary.log(x), expected) <= 1)
  }

  @Test("What has no value gives none")
  func undefined() {
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(.nan).isNaN)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.logOnePlus(-2).isNaN)
  }

  @Test(
    "log(1 + x) keeps its digits for small arguments",
    arguments: [
      (-0.999, -6.907755278982136), (-0.5, -0.6931471805599453), (-0.28, -0.3285040669720361),
      (-1e-09, -1.0000000005000001e-09), (1e-15, 9.999999999999995e-16), (0.3, 0.26236426446749106),
      (0.7654719327077787, 0.56841803861495), (5.0, 1.791759469228055),
      (10000000000.0, 23.025850930040455), (-1.0, -Double.infinity),
    ])
  func logarithmOnePlus(x: Double, expected: Double) {
    #expect(NumericError.inLastPlace(Elementary.logOnePlus(x), expected) <= 2)
  }

  @Test(
    "log(1 + x) − x keeps its digits for small arguments",
    arguments: [
      (-0.9, -1.402585092994046), (-0.1, -0.005360515657826302), (-1e-08, -5.000000033333334e-17),
      (1e-10, -4.999999999666667e-21), (0.25, -0.026856448685790246),
      (0.7654719327077787, -0.1970538940928287), (4.0, -2.3905620875658995), (0.0, 0.0),
    ])
  func logarithmOnePlusMinus(x: Double, expected: Double) {
    #expect(NumericError.inLastPlace(Elementary.logOnePlusMinus(x), expected) <= 4)
  }

  @Test("exp and log undo each other over the whole range")
  func roundTrip() {
    for step in -7000...7000 {
      let x = Double(step) / 10
      // Half a place of exp is 2⁻⁵³ in x; log then rounds x itself.
      #expect(abs(Elementary.log(Elementary.exp(x)) - x) <= 1e-16 + 1.5 * x.ulp)
    }
  }
}
