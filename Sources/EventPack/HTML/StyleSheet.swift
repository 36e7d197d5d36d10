/// The style sheets of pages, as text.
enum StyleSheet {
  /// What all pages share.
  static let base = """
    :root{--ink:#16191d;--soft:#4b535c;--ground:#fff;--tint:#f1f4f7;--edge:#c3cad2;--warn:#7a2e00;--warn-tint:#fff3e6}
    @media screen and (prefers-color-scheme:dark){:root{--ink:#e9edf1;--soft:#b4bdc6;--ground:#14181d;--tint:#1f252c;--edge:#47515b;--warn:#ffc38a;--warn-tint:#33241a}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
    body{margin:0;color:var(--ink);background:var(--ground);font:1.125rem/1.5 "Kitbag Sans","Source Sans 3","Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;overflow-wrap:break-word}
    .skip{position:absolute;left:-99rem;padding:.5rem 1rem;background:var(--ground);color:var(--accent)}
    .skip:focus{left:.5rem;top:.5rem;z-index:1}
    .top{border-top:.5rem solid var(--accent);border-bottom:1px solid var(--edge)}
    .bar{max-width:62rem;margin:0 auto;padding:.75rem 1.25rem;display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;justify-content:space-between}
    .bar img{max-height:2.5rem;width:auto;margin:0}
    .bar p{margin:0}
    .event{font-weight:700}
    .when{color:var(--soft)}
    .private{margin:0;padding:.5rem 1.25rem;text-align:center;font-weight:700;color:var(--warn);background:var(--warn-tint)}
    main{max-width:62rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
    .end{max-width:calc(62rem - 2.5rem);margin:0 auto;padding:1rem 0 2rem;border-top:1px solid var(--edge);color:var(--soft);font-size:1rem}
    @media screen and (max-width:62rem){.end{margin:0 1.25rem}}
    .end p{margin:.25rem 0;max-width:none}
    h1,h2,h3,h4,h5,h6{line-height:1.2;margin:2rem 0 .5rem;text-wrap:balance}
    h1{font-size:2.25rem;margin-top:.5rem;letter-spacing:-.01em}
    h2{font-size:1.5rem}
    h3{font-size:1.25rem}
    h4,h5,h6{font-size:1.125rem}
    p,ul,ol,dl,blockquote,pre{margin:.5rem 0 .75rem}
    p,li{max-width:44rem}
    li{margin:.25rem 0}
    li>p{margin:.25rem 0}
    ul,ol{padding-left:1.6rem}
    a{color:var(--accent);text-underline-offset:.15em}
    a:hover{text-decoration-thickness:.15em}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    img{max-width:100%;height:auto}
    hr{border:0;border-top:1px solid var(--edge);margin:2rem 0}
    blockquote{margin-left:0;padding:.25rem 0 .25rem 1rem;border-left:4px solid var(--accent)}
    pre{padding:.75rem 1rem;background:var(--tint);overflow-x:auto;white-space:pre-wrap}
    code{font:0.95em/1.4 ui-monospace,"Cascadia Mono",Consolas,"DejaVu Sans Mono",monospace}
    .facts{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;margin:.75rem 0 1rem;border-top:1px solid var(--edge)}
    .facts>dt,.facts>dd{margin:0;padding:.3rem 1rem .3rem 0;border-bottom:1px solid var(--edge)}
    dt{font-weight:700}
    dd{margin:0}
    dd>:first-child{margin-top:0}
    dd>:last-child{margin-bottom:0}
    .box{margin:.75rem 0;padding:.6rem 1rem;background:var(--tint);border-left:4px solid var(--edge);max-width:48rem}
    .box>:last-child,blockquote>:last-child,.column>:last-child,td>:last-child,td>:only-child{margin-bottom:0}
    .name{font-weight:700;margin:0 0 .25rem}
    .box.say,.box.prompt{border-left-color:var(--accent)}
    .box.warning,.box.watch{border-left-color:var(--warn);background:var(--warn-tint)}
    .box .facts{margin:.25rem 0}
    .box.say{font-size:1.15em}
    .box.say .name{font-size:1.125rem}
    .columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1rem 1.5rem;margin:1rem 0}
    .column{border:1px solid var(--edge);padding:.75rem 1rem;border-radius:.25rem}
    .column .facts{grid-template-columns:6rem 1fr}
    .tasks{list-style:none;padding-left:0}
    .tasks label{display:grid;grid-template-columns:1.75rem 1fr}
    .tasks input{width:1.15rem;height:1.15rem;margin:.28rem 0 0;accent-color:var(--accent)}
    .tasks li>p{margin-left:1.75rem;color:var(--soft)}
    table{border-collapse:collapse;width:100%;margin:1rem 0}
    caption{text-align:left;font-weight:700;padding:0 0 .5rem}
    th,td{text-align:left;vertical-align:top;padding:.45rem .75rem .45rem 0;border-bottom:1px solid var(--edge);font-variant-numeric:tabular-nums}
    thead th,thead td{border-bottom:2px solid var(--ink)}
    th p,td p{margin:0 0 .25rem}
    td ul{margin:.1rem 0;padding-left:1.1rem}
    .num{text-align:right;padding-right:1.25rem}
    .mid{text-align:center}
    .writing td,.writing tbody th{height:2.75rem;padding-left:.5rem;border:1px solid var(--edge);vertical-align:middle}
    .writing thead th{padding-left:.5rem}
    .lines .line{border-bottom:1px solid var(--soft);height:2.25rem}
    .lines{margin:.75rem 0 1.25rem}
    .lines p{margin:0}
    .footnotes{margin-top:2.5rem;border-top:1px solid var(--edge);font-size:1rem}
    .copy{display:none}
    .cards h2{margin-top:.25rem}
    .over{color:var(--soft);margin:0;font-variant-numeric:tabular-nums}
    .start{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 2rem}
    @media screen and (max-width:40rem){
    h1{font-size:1.85rem}
    .facts,.column .facts{display:block}
    .facts>dt{border:0;padding-bottom:0}
    .facts>dd{padding-top:0}
    .wide thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .wide,.wide tbody,.wide tr,.wide td,.wide tbody th{display:block;width:auto}
    .wide tr{padding:.6rem 0;border-bottom:1px solid var(--edge)}
    .wide td,.wide tbody th{border:0;padding:.1rem 0;text-align:left;height:auto}
    .wide td:empty{display:none}
    .wide td[data-label]::before{content:attr(data-label) ": ";color:var(--soft)}
    .wide.writing td:empty{display:block}
    .wide.writing td{border-bottom:1px solid var(--edge);min-height:2.25rem}
    .wide td>p:first-child,.wide td>ul:first-child{display:inline}
    }
    @media print{
    :root{--ink:#000;--soft:#333;--ground:#fff;--tint:#f3f3f3;--edge:#999;--warn:#000;--warn-tint:#f3f3f3}
    body{font-size:var(--points);line-height:1.4;background:#fff}
    .skip{display:none}
    .top{border-top-width:3pt}
    .bar,main,.end{max-width:none;padding-left:0;padding-right:0}
    .bar{padding:4pt 0}
    main{padding:8pt 0}
    h1{font-size:1.7em;margin:.2em 0 .4em}
    h2{font-size:1.25em;margin:1.2em 0 .3em}
    h3{font-size:1.1em}
    h1,h2,h3,h4,caption,.name,dt{break-after:avoid}
    tr,li,.box,.card,.lines,dd{break-inside:avoid}
    thead{display:table-header-group}
    .break{break-after:page}
    a{color:inherit;text-decoration:none}
    p,li,.box{max-width:none}
    .end{font-size:8.5pt;margin-top:12pt;padding:4pt 0 0}
    .end p{margin:0}
    .box{border-left-width:3pt;background:none;padding:2pt 0 2pt 8pt}
    .tasks input{appearance:none;width:9pt;height:9pt;border:1pt solid #000;margin-top:3pt}
    .footnotes{font-size:.9em}
    }

    """

  /// Running text.
  static let pages = """
    @page{@bottom-right{content:counter(page) " / " counter(pages);font:9pt "Kitbag Sans",sans-serif}}

    """

  /// Large print: nothing is smaller than 16 points.
  static let large = """
    body{font-size:1.5rem}
    .end,.footnotes{font-size:1.35rem}
    @media print{.end,.footnotes{font-size:16pt}.facts{display:block}.facts>dt{border:0}.box{background:none}}

    """

  /// Cards to be cut out.
  static let cards = """
    .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,21rem),1fr));gap:1.25rem;margin:1.5rem 0}
    .card{border:1px solid var(--edge);border-top:.35rem solid var(--accent);border-radius:.25rem;padding:1rem 1.25rem}
    .card h2{font-size:1.35rem}
    .card h3{font-size:1.05rem;margin:.9rem 0 .2rem}
    .card p,.card li{max-width:none}
    .card table{font-size:.95em}
    .card .facts{display:block}
    .card .facts>dt{border:0;padding-bottom:0}
    @media print{
    .top,.end,h1,main>p,main>ul{display:none}
    main{padding:0}
    .cards{gap:0;margin:0}
    .card,.copy{display:block;border:.5pt dashed #999;border-radius:0;padding:7mm;break-inside:avoid;font-size:11.5pt}
    .card h2{font-size:15pt;margin:0 0 2mm}
    .card h3{font-size:12pt;margin:2.5mm 0 .5mm}
    .card p,.card ul,.card ol{margin:1mm 0 1.5mm}
    .a4 .card{padding:14mm;font-size:19pt}
    .a4 .card h2{font-size:40pt;margin:0 0 6mm}
    .a4 .card h3{font-size:22pt;margin:7mm 0 1mm}
    .a6 .card{font-size:11pt}
    .lines .line{height:13mm}
    }

    """

  /// One sign a page.
  static let signs = """
    .cards{display:grid;gap:1.25rem;margin:1.5rem 0}
    .card{border:1px solid var(--edge);border-top:.75rem solid var(--accent);padding:2rem 1.5rem;text-align:left}
    .card h2{font-size:clamp(2rem,7vw,4.5rem);line-height:1.05;margin:0 0 1rem;letter-spacing:-.015em}
    .card>.face>p,.card>.face>ul{font-size:clamp(1.25rem,2.6vw,2rem);line-height:1.3}
    .card p,.card li{max-width:none}
    @media print{
    .top,.end,h1,main>p,main>ul{display:none}
    main{padding:0}
    .cards{display:block;margin:0}
    .card{border:0;border-top:12mm solid #000;padding:20mm 0 0;break-after:page;break-inside:auto}
    .card:last-child{break-after:auto}
    .card h2{font-size:72pt;margin-bottom:10mm}
    .card>.face>p,.card>.face>ul{font-size:34pt}
    .card h3{font-size:26pt}
    .card table{font-size:22pt}
    .a3 .card h2{font-size:110pt}
    .a3 .card>.face>p,.a3 .card>.face>ul{font-size:52pt}
    .a3 .card h3{font-size:40pt}
    .a3 .card table{font-size:34pt}
    }

    """

  /// Slides with their notes.
  static let slides = """
    .cards{display:grid;gap:2rem;margin:1.5rem 0}
    .face{border:1px solid var(--edge);border-left:.75rem solid var(--accent);padding:clamp(1.25rem,4vw,3rem);min-height:min(56vw,26rem)}
    .face h2{font-size:clamp(1.75rem,4.5vw,3rem);line-height:1.1;margin:0 0 1rem}
    .face>p,.face>ul,.face blockquote{font-size:clamp(1.2rem,2.4vw,1.6rem);line-height:1.4}
    .notes{padding:.75rem 0 0;color:var(--soft)}
    @media print{
    .top,.end,h1{display:none}
    main{padding:0}
    .cards{display:block;margin:0}
    .card{break-after:page;break-inside:auto}
    .card:last-child{break-after:auto}
    .face{min-height:100mm;padding:12mm;border-left-width:4mm}
    .face h2{font-size:30pt}
    .face>p,.face>ul,.face blockquote{font-size:18pt}
    }

    """
}
