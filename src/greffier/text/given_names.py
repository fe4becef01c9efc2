"""First names that are one name in several languages, and first names that look alike and are two.

In: nothing. Out: `GIVEN_NAMES` (word → numbers of its groups), `LEFT_OUT`. Not: all first names; only those that letters alone get wrong.

Two words of the table are one name where they share a group, else two, however close their letters («Hassan», «Hossein»). A word that
is not in the table is compared by its letters. Words are in small letters without accents.
"""

from __future__ import annotations

from typing import Final

__all__ = ["GIVEN_NAMES", "LEFT_OUT"]

# One line a name. Sovereigns and popes are named in the reader's language («Élisabeth II», «Jean-Paul II»); politicians of Ukraine and
# Belarus have a Russian and an own form; Americans are called by short forms. The last lines are family names of Korea.
_GROUPS: Final = """
alexandre alexander aleksandr aleksandar aleksander oleksandr aliaksandr alexandr alejandro alessandro iskander
alexandra aleksandra oleksandra alessandra
alexei alexey aleksei aleksey oleksii oleksiy oleksi alexis aliaksei
andrei andrey andrii andriy andrej andrzej andreas andre andrew
andrea
benjamin benyamin binyamin
boris borys
daniel daniil danylo daniele
daniela danielle
denis denys dennis
dmitri dmitry dmitriy dmytro dimitri dzmitry
elena olena helena helene helen alena
elisabeth elizabeth isabel
evgueni evgeni evgeny yevgeny yevgeni yevhen ievgueni ievhen eugene jewgeni
francois francis francisco franciscus francesco franz
georges george georg gueorgui georgi georgy georgiy jorge giorgi giorgos
guennadi gennady gennadi gennadiy
guillaume william willem wilhelm bill billy will
gregoire gregory grigori grigory hryhoriy
henri henry heinrich enrique henrik
igor ihor
ioulia yulia youlia julia julie iulia yuliya
iouri youri yuri yury iouriy yuriy juri
ivan iwan
jean john juan johannes johan giovanni joao jan
jeanne joan juana
jacques james jim jimmy jaime
jacob yaakov
jeanpaul johnpaul juanpablo
benoit benedict benedikt benedictus
joseph josef jose iossif iosif joe giuseppe yossef yusuf youssef yousef
leonid
louis luis luigi ludwig lluis
loukas lukas luc luke lucas
marie mary maria
marine marina
marion
marc mark marcus marko
mathieu matthieu matthew mathias matthias
michel michael mikhail michail mikhailo mykhailo mike mikheil miguel michele mikael
mikhailov
nicolas nicholas nikolai nikolay mykola nikola nicolae nicola nikolaos nick
oleg oleh
olga olha
paul pavel pavlo pablo paolo paulo
pauline paula
pierre peter petr piotr pyotr petro pedro pieter pietro
philippe philip felipe filip phil
robert roberto bob rob
richard dick rick
charles carlos carl karl carlo charlie chuck
christian
christophe christopher kristof chris
christine christina kristina
serge sergei sergey sergueï serhiy serhii siarhei sergio serghei sergiy serguei
stephane stephen stefan stepan stephan steven steve etienne esteban istvan
svetlana svitlana sviatlana
theodore theodor fedor fiodor fyodor
thomas tomas tom tomasz
timothee timothy tim
tony anthony antoine anton antonio antony
viatcheslav vyacheslav viacheslav wjatscheslaw vyatcheslav
viktor victor wiktor
vladimir volodymyr wolodymyr wladimir uladzimir
vassili vasily vassily vasil vasyl wassili
vitali vitaly vitaliy
yitzhak itzhak yitshak isaac ytzhak
david dawid
edouard eduard edward eduardo
frederic frederick friedrich federico
gilles
joan
jeffrey jeff geoffrey
kenneth ken
margaret marguerite margarita maggie
mohammed mohamed mohammad muhammad mohamad muhammed mouhammad mahomet mahamad mohamud
mahamat
mahamadou mahamadu muhammadu mouhamadou
mamadou mamadu
mehmet
mahmoud mahmud mahmut mahmood
ahmed ahmad ahmet ahmat akhmad akhmed
hamad
hamed hamid
hassan hasan hassane hacene
hussein hossein hussain hossain husein hoseyn hussayn houssein hocine
ali
omar omer oumar umar
amr amro
amir emir
said saeed
saad
saoud saud
salem salim selim
salman salmane salmaan
rachid rached rashid
nasser nasir nassir naser
khaled khalid halid
khalil khaleel
khalifa khalifah
youcef
ibrahim ebrahim brahim avraham abraham
ismail ismael
idriss idris
moustafa mustafa mustapha moustapha
karim kareem
jamal gamal djamal jamel
tarek tariq tareq tarik
yasser yasir yassir
walid waleed oualid
zayed zayid
zein zine
saleh salih
salah
anwar anouar
fayez faez fayiz
adel adil
mounir munir
nabil
samir
sami
yahya yahia
zakaria zakariya zakarya
yassine yasin yassin
bilal
marwan marouane
ziad ziyad zyad
hamza hamzeh
nouri nuri
fouad fuad
habib
mounir
ayman aymen
mansour mansur
abbas
hashim hachem hashem
rafic rafik rafiq
farouk farouq faruq
issa isa
moussa musa moise
soleiman suleiman soliman sulaiman souleymane suleyman souleiman souleimane sleimane sleiman
abdallah abdullah abdulla abdoullah abdellah
lech leszek
jaroslaw iaroslav yaroslav
lula
donald don
joel
ronald ron
theresa teresa therese
edmund
edgar
roh noh no
lee yi rhee ri
park pak bak
choi choe
yoon yun
chung jung jeong chong
kang gang
"""
_WORDS = [line.split() for line in _GROUPS.strip().splitlines()]
GIVEN_NAMES: Final[dict[str, frozenset[int]]] = {
    word: frozenset(number for number, words in enumerate(_WORDS) if word in words) for words in _WORDS for word in words
}
# First names that so many men bear that the press leaves them out before the one that counts («Mohammad Javad Zarif»).
LEFT_OUT: Final = frozenset(("mohammed", "mohamed", "mohammad", "muhammad", "mohamad", "muhammed", "ahmad"))
