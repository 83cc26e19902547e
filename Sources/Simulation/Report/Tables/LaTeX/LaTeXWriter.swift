/// Writes a table as LaTeX with rules as `booktabs` draws them, a caption, a label and notes.
///
/// One file serves both uses: it compiles as it is, and where a document takes it in with `\input`, only the
/// table is left of it. Long tables are `longtable`s, others float. The letters are as large as the line's
/// width allows.
public struct LaTeXWriter: Sendable {
  public init() {}

  /// The file.
  public func text(_ table: Table) -> String {
    let layout = LaTeXLayout(table)
    return opening(table, isLong: layout.isLong)
      + (layout.isLong ? LaTeXRows(table, layout).longTable : LaTeXRows(table, layout).floating)
      + "\\simrunend\n"
  }

  private func opening(_ table: Table, isLong: Bool) -> String {
    let packages = isLong ? "booktabs and longtable" : "booktabs"
    let french =
      table.language == .french
      ? "\n  \\IfFileExists{french.ldf}{\\usepackage[french]{babel}}{\\renewcommand{\\tablename}{Tableau}}"
      : ""
    return """
      % Compiles as it is. In a document: \\input{\(table.name)}; load \\usepackage[T1]{fontenc} and
      % the packages \(packages) there.
      \\expandafter\\ifx\\csname @nodocument\\endcsname\\relax
        \\def\\simrunend{}%
      \\else
        \\def\\simrunend{\\end{document}}%
        \\documentclass[a4paper]{article}
        \\usepackage[utf8]{inputenc}
        \\usepackage[T1]{fontenc}
        \\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}
        \\usepackage[margin=18mm]{geometry}
        \\usepackage{booktabs,longtable}\(french)
        \\begin{document}
      \\fi
      \(Self.commands)

      """
  }

  /// What the tables use; a document may define each otherwise before it takes a table in.
  private static let commands = #"""
    % Characters that the usual fonts lack: #1 in words, #2 as they are.
    \providecommand{\simrunother}[2]{#1}
    \providecommand{\simrunfit}[1]{\small
      \ifdim\linewidth<#1em\relax\footnotesize\fi
      \ifdim\linewidth<#1em\relax\scriptsize\fi}
    \providecommand{\simrunwidth}[3]{\dimexpr
      \ifdim\dimexpr(\linewidth-#1em-\tabcolsep*#2)*#3\relax<5em
      5em\else(\linewidth-#1em-\tabcolsep*#2)*#3\fi\relax}
    \providecommand{\simrunnotes}[1]{\par\smallskip\noindent
      \parbox{\linewidth}{\scriptsize\raggedright\parskip1pt\parindent0pt #1}}
    \providecommand{\toprule}{\hline}
    \providecommand{\midrule}{\hline}
    \providecommand{\bottomrule}{\hline}
    \providecommand{\addlinespace}{}
    \ifdefined\cmidrule\else\def\cmidrule(#1)#2{\cline{#2}}\fi
    """#
}
