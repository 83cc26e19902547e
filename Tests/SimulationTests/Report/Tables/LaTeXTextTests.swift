import Simulation
import Testing

@Suite("Text in LaTeX")
struct LaTeXTextTests {
  @Test("Signs that are commands in LaTeX become the signs themselves")
  func signs() {
    #expect(
      LaTeXText.escaped("50 % & $3 #1 a_b {x} ~ ^")
        == ##"50 \% \& \$3 \#1 a\_b \{x\} \textasciitilde{} \textasciicircum{}"##)
    #expect(LaTeXText.escaped(#"\input"#) == #"\textbackslash{}input"#)
    #expect(LaTeXText.escaped("<a|b>") == #"\textless{}a\textbar{}b\textgreater{}"#)
    #expect(LaTeXText.escaped("\"`") == #"{\char34}\textasciigrave{}"#)
  }

  @Test("Signs that would run together into another, or be taken for the end of a row, stay apart")
  func ligatures() {
    #expect(LaTeXText.escaped("--- ,, ''") == "-{}-{}- ,{}, '{}'")
    #expect(LaTeXText.escaped("[b]") == "{}[b]")
    #expect(LaTeXText.escaped("*") == "{}*")
  }

  @Test("Blanks that do not break, and signs of mathematics, have commands of their own")
  func blanks() {
    #expect(
      LaTeXText.escaped("1\u{202F}433\u{A0}% −2 ≤ 3 ± 1")
        == #"1\,433~\% \ensuremath{-}2 \ensuremath{\leq} 3 ± 1"#)
    #expect(LaTeXText.escaped("e\u{301}té") == "été")
  }

  @Test("Emoji are told by their names, other scripts by their code points, and both are kept")
  func others() {
    #expect(LaTeXText.escaped("🚒") == #"\simrunother{[fire engine]}{🚒}"#)
    #expect(LaTeXText.escaped("👩‍🚒 x") == #"\simrunother{[woman, fire engine]}{👩‍🚒} x"#)
    #expect(LaTeXText.escaped("של") == #"\simrunother{[U+05E9\allowbreak{} U+05DC]}{של}"#)
  }

  @Test("Long words may be broken, short ones and ordinary sentences may not")
  func breaks() {
    #expect(
      LaTeXText.escaped("pledges.can-aviation.tonnes")
        == #"pledges.\allowbreak{}can-\allowbreak{}aviation.\allowbreak{}tonnes"#)
    #expect(LaTeXText.escaped("held back by a ceiling") == "held back by a ceiling")
  }

  @Test("In French, signs that babel sets apart are written so that it does not")
  func french() {
    #expect(LaTeXText.escaped("sha256:0", .french) == #"sha256\string:0"#)
    #expect(LaTeXText.escaped("sha256:0", .english) == "sha256:0")
  }
}
