from __future__ import annotations

from slidewright.render.component import Component, cut


def test_script_and_styles_are_taken_out() -> None:
    script, style = '<script setup lang="ts">\nconst n = 1\n</script>', "<style scoped>h1 { color: red }</style>"
    html = f"<h1>A</h1>\n{script}\n{style}\n<p>b</p>"
    assert cut(html) == Component(
        template="<h1>A</h1>\n\n\n<p>b</p>",
        script="\nconst n = 1\n",
        script_attributes=' lang="ts"',
        styles=(style,),
    )


def test_text_between_two_scripts_is_lost_as_in_slidev() -> None:
    component = cut("<script setup>a</script>\n\nlost\n\n<script setup>b</script>")
    assert component.template == ""
    assert "lost" in component.script


def test_a_style_that_holds_a_tag_stays_in_the_template() -> None:
    html = "<style scoped>/* < */</style>"
    assert cut(html).template == html


def test_other_blocks_are_dropped() -> None:
    assert cut("<route>a</route>b<i18n>c</i18n>").template == "b"
