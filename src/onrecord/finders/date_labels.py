"""Words before a date that say its role, in languages of which we have no file: a wrong role is a wrong date."""

from __future__ import annotations

from onrecord.languages.language import phrases

# nl sv no da fi pt pl cs sk sl hr hu ro tr id vi et lt lv is ja ko, as sites print them above and below their titles.
PUBLISHED = phrases("""
    gepubliceerd | gepubliceerd op | geplaatst op | publicerad | publicerades | publisert | publiceret | udgivet |
    offentliggjort | julkaistu | publicado | publicado em | publicada em | data de publicação | opublikowano |
    data publikacji | dodano | publikováno | vydáno | zveřejněno | publikované | zverejnené | objavljeno | objavljeno
    dne | objavljeno u | megjelent | közzétéve | publicat | publicat la | publicat în | yayınlanma | yayınlanma
    tarihi | yayın tarihi | giriş tarihi | diterbitkan | dipublikasikan | ngày đăng | avaldatud | paskelbta |
    publicēts | birt | útgefið | 公開日 | 掲載日 | 公開 | 発表日 | 등록 | 입력 | 게시일
    """)
MODIFIED = phrases("""
    bijgewerkt | bijgewerkt op | laatst bijgewerkt | laatst bijgewerkt op | laatste update | laatst gewijzigd | laatst
    gewijzigd op | gewijzigd | aangepast | uppdaterad | uppdaterades | senast uppdaterad | ändrad | senast ändrad |
    oppdatert | sist oppdatert | sist endret | endret | opdateret | sidst opdateret | ændret | päivitetty | muokattu |
    atualizado | atualizado em | atualizada em | última atualização | última modificação | modificado em |
    aktualizacja | zaktualizowano | ostatnia aktualizacja | data aktualizacji | ostatnia modyfikacja | aktualizováno |
    aktualizace | poslední aktualizace | upraveno | naposledy upraveno | aktualizované | posodobljeno | zadnja
    sprememba | ažurirano | zadnja izmjena | frissítve | utolsó frissítés | actualizat | ultima actualizare |
    güncelleme | güncelleme tarihi | son güncelleme | güncellendi | diperbarui | diperbaharui | cập nhật | uuendatud |
    atnaujinta | atjaunots | uppfært | 更新日 | 最終更新日 | 更新 | 最終更新 | 수정 | 최종수정
    """)
