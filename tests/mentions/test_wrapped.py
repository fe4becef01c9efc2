"""A paragraph printed in short lines is read as one."""

from __future__ import annotations

TEXT = """Le port de Kiel ne sera pas vendu cette année

    BERLIN, 3 mars (Reuters) - Le ministre allemand de
l'Economie, Jan Bauer, a exclu lundi un nouveau report de
la vente du port de Kiel, qui traîne depuis deux ans et que
la ville attend pour rembourser ses banques.
    "Nous avons trop attendu et la ville paie cher ce
retard que personne ne peut plus expliquer", a dit le
ministre allemand devant la presse réunie à Berlin pour la
foire annuelle des ports de la mer Baltique.
    Les syndicats des dockers ont prévu une grève de trois
jours à partir de mercredi pour défendre leurs salaires et
leurs horaires, que le repreneur veut revoir.
"""


def test_a_name_and_an_office_go_on_over_the_end_of_their_line(read_text):
    article = read_text(TEXT)
    bauer = next(mention.entity for mention in article.mentions if mention.quote == "Jan Bauer")
    assert any(mention.kind == "role" and "\n" in mention.quote for mention in article.mentions if mention.entity == bauer)
    assert [s.source.name for s in article.statements if s.mode == "direct"] == ["Jan Bauer"]
    assert not any("\n" in entity.name for entity in article.entities)
