"""Names of rivers, lakes and seas, and of countries where Natural Earth's need mending."""

# Natural Earth's river names carry double spaces, lost letters and three names for one river.
RIVERS = {
    "Amu  Darya": "Amu Darya", "Syr  Darya": "Syr Darya", "Zarafshon": "Zeravshan",
    "Ile": "Ili", "K?nes": "Künes", "Esil": "Ishim", "Ishim": "Ishim",
    "Ertis": "Irtysh", "Ertix (Irtysh)": "Irtysh", "Atrek (Atrak)": "Atrek",
    "Yarkant": "Yarkand", "Konqi": "Kongque", "Ob?": "Ob", "Tom?": "Tom",
    "Al Furat": "Euphrates", "Firat": "Euphrates", "Dicle": "Tigris",
    "Dnipro (Dnieper)": "Dnipro", "Buh": "Southern Bug", "Kr": "Kura",
    "Kiz?lirmak": "Kızılırmak", "Gh?ghara": "Ghaghara", "Bol?shoy Yenisey": "Greater Yenisei",
    "Malyy Yenisey": "Lesser Yenisei", "Verkhniy Yenisey": "Upper Yenisei", "Yenisey": "Yenisei",
    "Bol?shoy Yugan": "Bolshoy Yugan", "Svernaya Dvina": "Northern Dvina",
    "Selenge (Selenga)": "Selenga", "Yarlung (Brahmaputra)": "Brahmaputra",
    "Maquan (Damqogkanbab)": "Brahmaputra", "Dihang": "Brahmaputra",
    "Jinsha (Yangtze)": "Yangtze", "Tongtian": "Yangtze", "Tuotuo": "Yangtze",
    "Lancang (Mekong)": "Mekong", "Za": "Mekong", "Nu (Salween)": "Salween", "Nu": "Salween",
    "Huang": "Yellow River", "Shiquan": "Indus", "Za?gya": "Zagya", "Zay?": "Zayu",
    "Qarqan": "Qarqan", "Orhon": "Orkhon",
}

# The rivers of the five states, however small their rank in Natural Earth.
REGION_RIVERS = {
    "Amu Darya", "Syr Darya", "Panj", "Pamir", "Naryn", "Zeravshan", "Ili", "Irtysh",
    "Ishim", "Tobol", "Ural", "Atrek", "Harirud",
}

LAKES = {
    "Toktogul Suu Saktagychy": "Toktogul Reservoir", "Shardara Bgeni": "Shardara Reservoir",
    "Kapchagay Reservoir": "Kapchagay Reservoir", "Obanbori Qayroqum": "Kayrakkum Reservoir",
    "Aydar Ko‘l": "Aydarkul", "Tengiz Köli": "Tengiz", "Sarygamysh Köli": "Sarygamysh",
    "Lake Zaysan": "Zaysan", "Lake Sasykkol": "Sasykkol", "Marqakol": "Markakol",
    "Ebinur Hu": "Ebinur", "Bosten Hu": "Bosten", "Qinghai Hu": "Qinghai Lake",
    "Uvs Nuur": "Uvs", "Har Us Nuur": "Khar-Us", "Har Nuur": "Khar", "Khövsgöl Nuur": "Khövsgöl",
    "Khyargas Nuur": "Khyargas", "Ozero Kulundinskoye": "Kulunda", "Siling Co": "Siling",
    "Banggong Co": "Pangong", "Qusmuryn Köli": "Kushmurun", "Siletitengiz Kli": "Siletiteniz",
    "Buhayrat al-Assad": "Lake Assad", "Buhayrat ath Tharthar": "Tharthar",
    "Ataturk Barajt": "Atatürk Reservoir", "Keban Baraji": "Keban Reservoir",
    "Saksak Dagi": "Karakaya Reservoir", "Mingevir Reservoir": "Mingachevir Reservoir",
    "Tarbela Dam": "Tarbela Reservoir", "Alesayqin Ha": "Aksai Chin Lake",
    "Samara Reservoir": "Kuybyshev Reservoir",
}

# Drained when its dam was destroyed in June 2023.
GONE_LAKES = {"Kakhovka Reservoir"}

# One inner point of each sea of the box, longitude first.
SEAS = {
    "Caspian Sea": (51.0, 42.0), "Black Sea": (36.0, 43.5), "Sea of Azov": (36.5, 46.2),
    "Mediterranean Sea": (34.2, 33.6), "Persian Gulf": (50.5, 28.3), "Gulf of Aqaba": (34.72, 28.78),
}

COUNTRIES = {"Turkey": "Türkiye", "Siachen Glacier": "Siachen Glacier"}
